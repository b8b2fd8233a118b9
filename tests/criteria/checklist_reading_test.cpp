#include "criteria/small_criteria.hpp"
#include "scr/criteria/checklists.hpp"

namespace scr::criteria {
namespace {

using test::criteria_with;
using test::Faults;
using test::faults_of;

using Words = std::vector<std::string>;

constexpr std::string_view kit = R"(
[source.club]
title = "The club's custom"
[[review_kind]]
id = "hike"
[checklist.kit]
title = "Whether to set out"
before = ["hike"]
cite = ["club"]
[[checklist.kit.factor]]
id = "boots"
text = "Everybody has boots"
cite = ["club"]
[[checklist.kit.factor]]
id = "mood"
text = "Everybody wants to"
[checklist.mood]
title = "How the walkers are"
answers = ["good", "bad"]
[[checklist.mood.factor]]
id = "mood"
text = "Their mood"
)";

/// A checklist with these lines, then one factor.
std::string checklist(std::string_view lines,
                      std::string_view factor = "id = \"boots\"\ntext = \"?\"") {
    return fmt::format("[checklist.kit]\ntitle = \"?\"\n{}\n[[checklist.kit.factor]]\n{}\n", lines,
                       factor);
}

}  // namespace

TEST_CASE("a checklist is read with its factors in the order of the file") {
    const Criteria criteria = criteria_with(kit);
    REQUIRE(criteria.checklists.size() == 2);
    const Checklist& first = criteria.checklists[0];
    CHECK(first.id == "kit");
    CHECK(first.title == "Whether to set out");
    CHECK(first.before == Words{"hike"});
    CHECK(first.answers == Words{"yes", "no", "unknown"});
    CHECK(criteria.citations_text(first.cite) == "The club's custom");
    REQUIRE(first.factors.size() == 2);
    CHECK(first.factors[0].id == "boots");
    CHECK(first.factors[0].text == "Everybody has boots");
    CHECK(criteria.citations_text(first.factors[0].cite) == "The club's custom");
    CHECK(first.factors[1].cite.empty());
    CHECK(criteria.checklists[1].answers == Words{"good", "bad"});
    CHECK(criteria.checklists[1].before.empty());
}

TEST_CASE("a factor is called by its id alone where one checklist has it") {
    const Criteria criteria = criteria_with(kit);
    CHECK(factors_of(criteria).size() == 3);
    CHECK(factors_called(criteria, "boots") == std::vector<FactorPlace>{{0, 0}});
    CHECK(factors_called(criteria, "kit.boots") == std::vector<FactorPlace>{{0, 0}});
    CHECK(factors_called(criteria, "mood") == std::vector<FactorPlace>{{0, 1}, {1, 0}});
    CHECK(factors_called(criteria, "mood.mood") == std::vector<FactorPlace>{{1, 0}});
    CHECK(factors_called(criteria, "mood.boots").empty());
    CHECK(factor_name(criteria, {0, 0}) == "boots");
    CHECK(factor_name(criteria, {0, 1}) == "kit.mood");
    CHECK(factor_name(criteria, {1, 0}) == "mood.mood");
}

TEST_CASE("each fault of a checklist is found where it stands") {
    CHECK(faults_of(checklist("")).empty());
    CHECK(faults_of("[checklist.kit]\ntitle = \"?\"\n") ==
          Faults{"1:1 checklist `kit` has no factors"});
    CHECK(faults_of("[checklist.kit]\ntitle = \"?\"\nfactor = []\n") ==
          Faults{"3:10 checklist `kit` has no factors"});
    CHECK(faults_of(checklist("berfore = []")) ==
          Faults{"3:1 unknown key `berfore` in checklist `kit`"});
    CHECK(faults_of(checklist("before = [\"hike\"]")) == Faults{"3:12 unknown review kind `hike`"});
    CHECK(faults_of(checklist("cite = [\"club\"]")) == Faults{"3:10 unknown source `club`"});
    CHECK(faults_of("[checklist.Kit]\ntitle = \"?\"\n[[checklist.Kit.factor]]\nid = \"a\"\n"
                    "text = \"?\"\n") == Faults{"1:12 not a name: `Kit`"});
    CHECK(faults_of("checklist = 3\n").size() == 1);
    CHECK(faults_of(checklist("", "text = \"?\"")) == Faults{"4:1 the factor has no `id`"});
    CHECK(faults_of(checklist("", "id = \"boots\"")) == Faults{"4:1 factor `boots` has no `text`"});
    CHECK(faults_of(checklist("", "id = \"1\"\ntext = \"?\"")) == Faults{"5:7 not an id: `1`"});
    CHECK(faults_of(checklist("", "id = \"a\"\ntext = \"?\"\nwhen = \"wet\"")) ==
          Faults{"7:1 unknown key `when` in factor `a`"});
    CHECK(faults_of(checklist("",
                              "id = \"a\"\ntext = \"?\"\n[[checklist.kit.factor]]\n"
                              "id = \"a\"\ntext = \"?\"")) ==
          Faults{"8:7 two of the same id: factor `a`"});
}

TEST_CASE("a checklist has at least two answers of its own or the usual three") {
    CHECK(faults_of(checklist("answers = [\"met\", \"not_met\"]")).empty());
    CHECK(faults_of(checklist("answers = []")) ==
          Faults{"3:11 checklist `kit` has fewer than two answers"});
    CHECK(faults_of(checklist("answers = [\"met\"]")) ==
          Faults{"3:11 checklist `kit` has fewer than two answers"});
    CHECK(faults_of(checklist("answers = [\"met\", \"met\"]")) ==
          Faults{"3:20 `met` is there twice"});
    CHECK(faults_of(checklist("answers = [\"Met\", \"not\"]")) ==
          Faults{"3:13 not an answer: `Met`"});
}

TEST_CASE("a kind of review with a fault of its own gives one message") {
    CHECK(faults_of("[[review_kind]]\nlabel = \"A hike\"\n" + checklist("before = [\"hike\"]")) ==
          Faults{"1:1 the review kind has no `id`"});
}

TEST_CASE("no expression asks for a factor") {
    const auto faults = faults_of(
        "[[criterion]]\nid = \"c\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"boots\"\ntext = \"?\"\n" +
        std::string(kit));
    CHECK(faults == Faults{"5:9 unknown fact `boots`"});
}

}  // namespace scr::criteria
