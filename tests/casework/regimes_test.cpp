#include "scr/casework/regimes.hpp"

#include <doctest/doctest.h>

namespace scr::casework {
namespace {

criteria::CriteriaHead head(const std::string& id, const std::string& from, const std::string& to,
                            const std::string& regime_date = "incident_on") {
    criteria::CriteriaHead result;
    result.id = id;
    result.in_force_from = from;
    result.in_force_to = to;
    result.regime_date = regime_date;
    return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a case falls under every file in force on the date that the file reads") {
    const std::vector<criteria::CriteriaHead> library{
        head("old", "2015-01-01", "2018-12-31"), head("new", "2019-01-01", ""),
        head("deaths", "2010-01-01", "", "died_on"), head("ever", "", "")};
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2018-12-31");
    dates.died_on = record::parse_civil_date("2009-06-01");
    CHECK(regimes_on(dates, library) == Ids{"old", "ever"});
    dates.incident_on = record::parse_civil_date("2019-01-01");
    dates.died_on = record::parse_civil_date("2019-01-02");
    CHECK(regimes_on(dates, library) == Ids{"new", "deaths", "ever"});
}

TEST_CASE("a file whose date is not there cannot be ruled out") {
    const std::vector<criteria::CriteriaHead> library{
        head("old", "2015-01-01", "2018-12-31"), head("deaths", "2010-01-01", "", "died_on")};
    record::CaseDates dates;
    dates.incident_on = record::parse_civil_date("2020-01-01");
    CHECK(regimes_on(dates, library) == Ids{"deaths"});
}

TEST_CASE("an unknown is an answer and a blank is none") {
    CHECK_FALSE(answers_any({criteria::Answer::blank(), criteria::Answer::blank()}));
    CHECK(answers_any({criteria::Answer::blank(), criteria::Answer::unknown()}));
    CHECK(answers_any({criteria::Answer::given(0)}));
}

}  // namespace scr::casework
