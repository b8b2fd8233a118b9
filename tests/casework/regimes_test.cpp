#include "scr/casework/regimes.hpp"

#include <doctest/doctest.h>

namespace scr::casework {
namespace {

criteria::CriteriaHead regime(const std::string& from, const std::string& to,
                              const std::string& regime_date = "incident_on") {
    criteria::CriteriaHead head;
    head.in_force_from = from;
    head.in_force_to = to;
    head.regime_date = regime_date;
    return head;
}

using Positions = std::vector<std::size_t>;

bool all_answered(std::size_t) {
    return true;
}

}  // namespace

TEST_CASE("a case falls under every file in force on the date that the file reads") {
    const std::vector<criteria::CriteriaHead> files{
        regime("2015-01-01", "2018-12-31"), regime("2019-01-01", ""),
        regime("2010-01-01", "", "died_on"), regime("", "")};
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2018-12-31");
    dates.died_on = record::parse_civil_date("2009-06-01");
    CHECK(regimes_of(dates, files, all_answered) == Positions{0, 3});
    dates.incident_on = record::parse_civil_date("2019-01-01");
    dates.died_on = record::parse_civil_date("2019-01-02");
    CHECK(regimes_of(dates, files, all_answered) == Positions{1, 2, 3});
}

TEST_CASE("a file whose date is not there cannot be ruled out") {
    const std::vector<criteria::CriteriaHead> files{regime("2015-01-01", "2018-12-31"),
                                                    regime("2010-01-01", "", "died_on")};
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2020-01-01");
    CHECK(regimes_of(dates, files, all_answered) == Positions{1});
}

TEST_CASE("a date that is not there is named unless the file is in force on every day") {
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2020-01-01");
    CHECK(undated_by(dates, regime("2010-01-01", "", "died_on")) == "died_on");
    CHECK(undated_by(dates, regime("", "2030-01-01", "died_on")) == "died_on");
    CHECK(undated_by(dates, regime("", "", "died_on")).empty());
    CHECK(undated_by(dates, regime("2010-01-01", "")).empty());
}

TEST_CASE("a file of which nothing is answered is left out unless that goes for all") {
    const std::vector<criteria::CriteriaHead> files{regime("", ""), regime("", ""),
                                                    regime("", "2000-01-01")};
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2020-01-01");
    const auto only_second = [](std::size_t file) { return file == 1; };
    const auto only_third = [](std::size_t file) { return file == 2; };
    CHECK(regimes_of(dates, files, only_second) == Positions{1});
    CHECK(regimes_of(dates, files, only_third) == Positions{0, 1});
}

TEST_CASE("an unknown is an answer and a blank is none") {
    CHECK_FALSE(answers_any({criteria::Answer::blank(), criteria::Answer::blank()}));
    CHECK(answers_any({criteria::Answer::blank(), criteria::Answer::unknown()}));
    CHECK(answers_any({criteria::Answer::given(0)}));
}

}  // namespace scr::casework
