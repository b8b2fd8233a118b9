#include <doctest/doctest.h>

#include "casework/harbour.hpp"

namespace scr::casework {
namespace {

using criteria::Answer;
using harbour::day;
using harbour::incoming;

constexpr std::size_t age = 0;
constexpr std::size_t age_then = 1;

IncomingRecord born(const char* birth, const std::string& answers = "") {
    auto record = incoming(answers);
    record.date_of_birth = day(birth);
    return record;
}

TEST_CASE("blank ages are computed from the dates of the record") {
    const auto& rules = harbour::rules();

    SUBCASE("to the first date that is there") {
        auto record = born("2010-06-15");
        record.dates.incident_on = day("2020-06-14");
        record.dates.died_on = day("2028-06-15");
        record.dates.harmed_on = day("2028-06-14");
        REQUIRE_FALSE(complete_ages(rules, record));
        CHECK(record.answers[age] == Answer::given(18));
        CHECK(record.answers[age_then] == Answer::given(17));
        CHECK(record.attributions[age].source == "computed from date_of_birth and died_on");
        CHECK(record.attributions[age_then].source == "computed from date_of_birth and harmed_on");
    }
    SUBCASE("a child born on 29 February is a year older on 1 March") {
        auto record = born("2012-02-29");
        record.dates.incident_on = day("2025-02-28");
        REQUIRE_FALSE(complete_ages(rules, record));
        CHECK(record.answers[age] == Answer::given(12));
        record = born("2012-02-29");
        record.dates.incident_on = day("2025-03-01");
        REQUIRE_FALSE(complete_ages(rules, record));
        CHECK(record.answers[age] == Answer::given(13));
    }
    SUBCASE("without a date nothing is computed") {
        auto record = born("2012-02-29");
        REQUIRE_FALSE(complete_ages(rules, record));
        CHECK(record.answers[age] == Answer::blank());
        CHECK(record.attributions.empty());
    }
    SUBCASE("a written unknown stays unknown") {
        auto record = born("2012-02-29", "years_old=unknown");
        record.dates.incident_on = day("2025-03-01");
        REQUIRE_FALSE(complete_ages(rules, record));
        CHECK(record.answers[age] == Answer::unknown());
        CHECK(record.answers[age_then] == Answer::given(13));
    }
}

TEST_CASE("an age that cannot be is refused") {
    const auto& rules = harbour::rules();

    SUBCASE("given and computed disagree") {
        auto record = born("2010-06-15", "years_old=11");
        record.dates.incident_on = day("2020-06-15");
        const auto problem = complete_ages(rules, record);
        REQUIRE(problem);
        CHECK(problem->field == "years_old");
        CHECK(problem->problem ==
              "`years_old` as given and as computed from date_of_birth and incident_on disagree");
        CHECK(record.attributions.empty());
    }
    SUBCASE("given and computed agree") {
        auto record = born("2010-06-15", "years_old=10");
        record.dates.incident_on = day("2020-06-15");
        CHECK_FALSE(complete_ages(rules, record));
        CHECK(record.attributions.count(age) == 0);
    }
    SUBCASE("a date before birth") {
        auto record = born("2010-06-15");
        record.dates.died_on = day("2010-06-14");
        CHECK(complete_ages(rules, record)->problem == "`died_on` lies before `date_of_birth`");
    }
    SUBCASE("an age out of the range of the fact") {
        auto record = born("1900-06-15");
        record.dates.died_on = day("2010-06-14");
        CHECK(complete_ages(rules, record)->field == "years_old");
    }
}

TEST_CASE("a contradictory record names the rule and what came from silence") {
    SUBCASE("none of it came from silence") {
        auto record = incoming("drowned=yes hurt=no");
        const auto examined = examine(harbour::screener(), record);
        const auto& rejected = std::get<RejectedRecord>(examined);
        CHECK(rejected.problem == "the facts contradict each other: Who drowned was hurt");
        CHECK(rejected.note == "none of the answers came from silence");
        CHECK(rejected.help == "correct `hurt` or `drowned`");
    }
    SUBCASE("one answer came from silence") {
        auto record = incoming("hurt=yes lookout=kept");
        const auto examined = examine(harbour::screener(), record);
        CHECK(std::get<RejectedRecord>(examined).note == "the answer to `berth` came from silence");
    }
    SUBCASE("with blanks as unknown nothing comes from silence and nothing contradicts") {
        auto record = incoming("hurt=yes lookout=kept");
        const auto examined = examine(harbour::screener(), record, criteria::Blanks::as_unknown);
        CHECK(std::holds_alternative<criteria::Screening>(examined));
    }
}

}  // namespace
}  // namespace scr::casework
