#include <doctest/doctest.h>
#include <fmt/format.h>

#include "criteria/small_criteria.hpp"

namespace scr::criteria {
namespace {

using test::criteria_with;
using test::Faults;
using test::faults_of;

std::string condition(std::string_view when) {
    return fmt::format("[condition.tested]\ntext = \"?\"\nwhen = \"{}\"\n", when);
}

std::string claim(std::string_view text) {
    return fmt::format("[[property]]\nclaim = \"{}\"\n", text);
}

/// What the condition was resolved to.
Test test_of(std::string_view when) {
    return criteria_with(condition(when)).conditions.at(1).when;
}

Test claim_of(std::string_view text) {
    return criteria_with(claim(text)).claims.at(0).test;
}

using Values = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("tests of listed answers become the set that is accepted") {
    const struct {
        const char* when;
        std::size_t fact;
        Values values;
    } cases[] = {{"raining", 0, {0}},
                 {"raining = yes", 0, {0}},
                 {"raining = no", 0, {1}},
                 {"raining != no", 0, {0}},
                 {"wind = breeze", 1, {1}},
                 {"wind != none", 1, {1, 2}},
                 {"wind in (storm, none, storm)", 1, {0, 2}}};
    for (const auto& [when, fact, values] : cases) {
        CAPTURE(when);
        const Test test = test_of(when);
        CHECK(test.kind == Test::Kind::fact);
        CHECK(test.index == fact);
        CHECK(test.comparison == Comparison::among);
        CHECK(test.values == values);
    }
}

TEST_CASE("tests of whole numbers keep their comparison") {
    CHECK(test_of("degrees >= -3").comparison == Comparison::at_least);
    CHECK(test_of("degrees >= -3").values == Values{-3});
    CHECK(test_of("degrees != 7").comparison == Comparison::not_equal);
    CHECK(test_of("degrees in (9, 7, 9)").comparison == Comparison::among);
    CHECK(test_of("degrees in (9, 7, 9)").values == Values{7, 9});
}

TEST_CASE("operators and conditions are resolved in place") {
    const Test test = test_of("not wet and (raining or wet)");
    REQUIRE(test.kind == Test::Kind::conjunction);
    REQUIRE(test.operands.size() == 2);
    CHECK(test.operands[0].kind == Test::Kind::negation);
    CHECK(test.operands[0].operands.at(0).kind == Test::Kind::condition);
    CHECK(test.operands[0].operands.at(0).index == 0);
    CHECK(test.operands[1].kind == Test::Kind::disjunction);
}

TEST_CASE("claims may ask for outcomes and imply") {
    const Test test = claim_of("wet implies advice = coat");
    CHECK(test.kind == Test::Kind::implication);
    CHECK(test.operands.at(1).kind == Test::Kind::outcome);
    CHECK(test.operands.at(1).values == Values{0});
    CHECK(claim_of("advice != coat").values == Values{1});
    CHECK(claim_of("advice in (nothing, coat)").values == Values{0, 1});
}

TEST_CASE("unknown names and answers are named with what may be asked") {
    CHECK(faults_of(condition("rainng and wind = strom and yes")) ==
          Faults{"3:9 unknown fact `rainng`", "3:27 unknown answer for `wind`: `strom`",
                 "3:37 `yes` is an answer, not a fact"});
    CHECK(faults_of(condition("wind = unknown")) ==
          Faults{"3:16 an expression cannot ask for `unknown`"});
    CHECK(faults_of(condition("raining = maybe")) ==
          Faults{"3:19 unknown answer for `raining`: `maybe`"});
    const auto loaded = test::load_with(condition("rainng"));
    CHECK(loaded.result.diagnostics.at(0).help == "did you mean `raining`?");
}

TEST_CASE("comparisons that have no meaning are refused") {
    CHECK(faults_of(condition("wind")) == Faults{"3:9 `wind` is not answered by yes or no"});
    CHECK(faults_of(condition("degrees")) == Faults{"3:9 `degrees` is not answered by yes or no"});
    CHECK(faults_of(condition("wind < storm")) == Faults{"3:9 `wind` has no order to compare by"});
    CHECK(faults_of(condition("degrees = warm")) == Faults{"3:19 `warm` is no whole number"});
    CHECK(faults_of(condition("degrees in (1, warm)")) == Faults{"3:24 `warm` is no whole number"});
    CHECK(faults_of(condition("wet = yes")) ==
          Faults{"3:9 `wet` is a condition and is not compared"});
}

TEST_CASE("outcomes and implies stay out of the test itself") {
    CHECK(faults_of(condition("advice = coat")) ==
          Faults{"3:9 `advice` is a determination, not a fact"});
    CHECK(faults_of(condition("raining implies wet")) ==
          Faults{"3:17 `implies` stands only in claims"});
    CHECK(faults_of(condition("not (raining implies wet)")) ==
          Faults{"3:22 `implies` stands only in claims"});
}

TEST_CASE("outcomes in claims are checked") {
    CHECK(faults_of(claim("advice = cot or advice or advice < coat")) ==
          Faults{"2:19 unknown outcome of `advice`: `cot`",
                 "2:26 `advice` is not answered by yes or no",
                 "2:36 `advice` has no order to compare by"});
    CHECK(faults_of(claim("advice = undetermined")) ==
          Faults{"2:19 unknown outcome of `advice`: `undetermined`"});
}

TEST_CASE("conditions may name later ones but not go in a circle") {
    const auto three = [](std::string_view last) {
        return fmt::format(
            "[condition.a]\ntext = \"?\"\nwhen = \"b\"\n[condition.b]\ntext = \"?\"\n"
            "when = \"raining and c\"\n[condition.c]\ntext = \"?\"\nwhen = \"{}\"\n",
            last);
    };
    CHECK(faults_of(three("wet")).empty());
    CHECK(faults_of(three("not a")) ==
          Faults{"3:8 conditions go round in a circle: `a` needs `b` needs `c` needs `a`"});
    CHECK(faults_of(condition("tested")) == Faults{"3:8 condition `tested` needs itself"});
}

TEST_CASE("conditions do not stand on one another without end") {
    const auto stack = [](int height) {
        std::string text;
        for (int i = 1; i < height; ++i)
            text += fmt::format("[condition.c{}]\ntext = \"?\"\nwhen = \"c{}\"\n", i, i + 1);
        return text + fmt::format("[condition.c{}]\ntext = \"?\"\nwhen = \"raining\"\n", height);
    };
    CHECK(faults_of(stack(100)).empty());
    const Faults faults = faults_of(stack(5000));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].find("more than 100 conditions stand on one another") != std::string::npos);
}

}  // namespace scr::criteria
