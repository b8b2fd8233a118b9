#include "scr/casework/facts_json.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "casework/harbour.hpp"
#include "scr/failure.hpp"

namespace scr::casework {
namespace {

using criteria::Answer;

rc::Gen<Answer> answer_to(const criteria::Fact& fact) {
    const auto end = fact.type == criteria::FactType::integer
                         ? fact.most + 1
                         : static_cast<std::int64_t>(fact.choices.size());
    return rc::gen::oneOf(rc::gen::just(Answer::blank()), rc::gen::just(Answer::unknown()),
                          rc::gen::map(rc::gen::inRange<std::int64_t>(0, end), Answer::given));
}

StoredFacts stored(IncomingRecord record) {
    return {std::move(record.answers), std::move(record.attributions), {}, {}};
}

TEST_CASE("facts are kept as one canonical object") {
    const auto& rules = harbour::rules();

    SUBCASE("in the order of the file with blanks left out") {
        CHECK(facts_to_json(rules,
                            stored(harbour::incoming("drowned=no years_old=7 hurt=unknown"))) ==
              R"({"years_old":7,"hurt":"unknown","drowned":"no"})");
        CHECK(facts_to_json(rules, stored(harbour::incoming(""))) == "{}");
    }
    SUBCASE("an answer with an attribution is an object") {
        auto facts = stored(harbour::incoming("lookout=kept_for_certain years_old=unknown"));
        facts.attributions[rules.fact_of("lookout").value()] = {"log", "the mate", "a \"film\"\n",
                                                                ""};
        facts.attributions[rules.fact_of("years_old").value()] = {"", "", "", "2026-11-01"};
        CHECK(facts_to_json(rules, facts) ==
              R"({"years_old":{"value":"unknown","on":"2026-11-01"},)"
              R"("lookout":{"value":"kept_for_certain","source":"log","judged_by":"the mate",)"
              R"("ground":"a \"film\"\n"}})");
    }
}

TEST_CASE("what was kept is read back") {
    const auto& rules = harbour::rules();

    rc::check("any answers and any attribution", [&] {
        StoredFacts facts;
        for (std::size_t i = 0; i < rules.facts.size(); ++i) {
            facts.answers.push_back(*answer_to(rules.facts[i]));
            // An attribution of a blank answer is not kept.
            if (facts.answers.back() == Answer::blank() || *rc::gen::arbitrary<bool>()) continue;
            const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
            facts.attributions[i] = {"s", text, *rc::gen::element<std::string>("", "é\u2028"), ""};
        }
        const auto json = facts_to_json(rules, facts);
        const auto read = facts_from_json(rules, json);
        RC_ASSERT(read.answers == facts.answers);
        RC_ASSERT(read.attributions == facts.attributions);
        RC_ASSERT(facts_to_json(rules, read) == json);
    });
    SUBCASE("under another file by name and the rest stays as it was") {
        const auto read =
            facts_from_json(rules, R"({"wind":{"value":9,"ground":"seen"},"hurt":"yes","ago":1})");
        CHECK(read.answers[rules.fact_of("hurt").value()] == Answer::given(0));
        CHECK(facts_to_json(rules, read) ==
              R"({"hurt":"yes","ago":1,"wind":{"value":9,"ground":"seen"}})");
    }
    SUBCASE("an answer that the file does not know is a misfit and no blank") {
        const auto read = facts_from_json(rules, R"({"berth":"far","hurt":true,"years_old":"7"})");
        CHECK(read.misfits == std::vector<std::size_t>{rules.fact_of("berth").value(),
                                                       rules.fact_of("hurt").value()});
    }
    SUBCASE("any other text is a damaged store") {
        for (const char* text : {"", "[]", "{", "{}x", R"({"a")", R"({"a":})", R"({"a":"\q"})",
                                 R"({"a":"\u12"})", R"({"a":{"b":{"c":{}}}})", R"({"a":"b)"}) {
            CAPTURE(text);
            CHECK_THROWS_AS(facts_from_json(rules, text), Failure);
        }
    }
}

TEST_CASE("the digest of facts covers answers and dates") {
    record::CaseDates dates;
    const auto none = facts_digest("{}", dates);
    CHECK(none.size() == 64);
    CHECK(facts_digest("{}", dates) == none);
    CHECK(facts_digest(R"({"hurt":"yes"})", dates) != none);
    dates.died_on = harbour::day("2026-02-01");
    const auto died = facts_digest("{}", dates);
    CHECK(died != none);
    std::swap(dates.died_on, dates.harmed_on);
    CHECK(facts_digest("{}", dates) != died);
}

}  // namespace
}  // namespace scr::casework
