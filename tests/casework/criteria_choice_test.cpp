#include "scr/casework/criteria_choice.hpp"

#include <doctest/doctest.h>

using namespace scr;
using namespace scr::casework;
using namespace std::chrono_literals;

namespace {

/// A file in force from one year's first day to another year's last.
criteria::CriteriaHead file(const std::string& id, const std::string& from, const std::string& to,
                            std::vector<std::string> overlaps = {},
                            const std::string& kind = "review") {
    criteria::CriteriaHead head;
    head.id = id;
    head.kind = kind;
    head.jurisdiction = "England";
    head.regime_date = "incident_on";
    head.in_force_from = from.empty() ? "" : from + "-01-01";
    head.in_force_to = to.empty() ? "" : to + "-12-31";
    head.overlaps = std::move(overlaps);
    return head;
}

record::CaseDates incident(record::CivilDate date) {
    record::CaseDates dates;
    dates.incident_on = date;
    return dates;
}

std::string chosen(const std::variant<CriteriaChoice, ChoiceRefusal>& choice) {
    const auto* made = std::get_if<CriteriaChoice>(&choice);
    return made != nullptr ? made->id : "";
}

const auto early = file("early", "2010", "2014");
const auto late = file("late", "2015", "");
const auto other_kind = file("other", "", "", {}, "inquest");

}  // namespace

TEST_CASE("the file in force on the day of the incident is chosen with both ends inclusive") {
    const std::vector<criteria::CriteriaHead> library{early, late, other_kind};
    CHECK(chosen(choose_for_case(incident(2014y / 12 / 31), late, library)) == "early");
    CHECK(chosen(choose_for_case(incident(2015y / 1 / 1), early, library)) == "late");
    CHECK(chosen(choose_for_case(incident(2010y / 1 / 1), late, library)) == "early");
}

TEST_CASE("without the regime date the file taken in under is used with a warning") {
    const auto choice = choose_for_case({}, early, {early, late});
    CHECK(chosen(choice) == "early");
    CHECK(std::get<CriteriaChoice>(choice).warning.find("`incident_on`") != std::string::npos);
}

TEST_CASE("a day named takes the place of the date of the case") {
    const auto choice = [](record::CivilDate named) {
        return chosen(choose_for_case(incident(2016y / 5 / 1), late, {early, late}, named));
    };
    CHECK(choice(2014y / 12 / 31) == "early");
    CHECK(choice(2015y / 1 / 1) == "late");
    CHECK(choice(2009y / 12 / 31).empty());
    // It stands in for a missing date too.
    CHECK(chosen(choose_for_case({}, late, {early, late}, 2012y / 1 / 1)) == "early");
}

TEST_CASE("none in force is a refusal that names the files") {
    const auto choice = choose_for_case(incident(2009y / 6 / 1), late, {early, late});
    const auto& refusal = std::get<ChoiceRefusal>(choice);
    CHECK(refusal.why == "no criteria file of England is in force on 2009-06-01");
    CHECK(refusal.note == "files are early (2010-01-01 to 2014-12-31), late (2015-01-01 to now)");
    CHECK(refusal.help == "name one: --criteria late");
}

TEST_CASE("several in force need a declared overlap") {
    const auto wide = file("wide", "2014", "");
    const auto date = incident(2014y / 6 / 1);
    CHECK(std::holds_alternative<ChoiceRefusal>(choose_for_case(date, early, {early, wide})));

    const auto declared = file("wide", "2014", "", {"early"});
    CHECK(chosen(choose_for_case(date, early, {early, declared})) == "early");
    CHECK(chosen(choose_for_case(date, declared, {early, declared})) == "wide");
    CHECK(chosen(choose_for_case(date, file("gone", "2000", "2001"), {early, declared})) == "wide");
}

TEST_CASE("of several in force one is named that can be chosen") {
    const auto wide = file("wide", "2014", "");
    const auto help = [&](const criteria::CriteriaHead& own, bool day) {
        const auto date = 2014y / 6 / 1;
        const auto choice =
            choose_for_case(incident(day ? 2020y / 1 / 1 : date), own, {early, wide},
                            day ? std::optional<record::CivilDate>(date) : std::nullopt);
        const auto& refusal = std::get<ChoiceRefusal>(choice);
        CHECK(refusal.why == "several criteria files are in force on 2014-06-01");
        CHECK(refusal.note.starts_with("they are early (2010-01-01 to 2014-12-31), wide ("));
        return refusal.help;
    };
    CHECK(help(wide, false) == "name one: --criteria wide");
    CHECK(help(file("gone", "2000", "2001"), false) == "name one: --criteria early");
    CHECK(help(wide, true) == "in place of --in-force name one: --criteria wide --known-at today");
    CHECK(help(file("gone", "2000", "2001"), true) ==
          "in place of --in-force name one: --criteria early --known-at today");
}

TEST_CASE("a file that the library does not hold is a candidate for its own cases") {
    const auto own = file("own", "2015", "", {}, "invented");
    const auto choice = choose_for_case(incident(2016y / 1 / 1), own, {early, late});
    CHECK(chosen(choice) == "own");
    CHECK(std::get<CriteriaChoice>(choice).taken_in_under);
}

TEST_CASE("the text that the library holds now goes before the one that was kept") {
    const auto kept = file("late", "2015", "2015");
    const auto choice = choose_for_case(incident(2020y / 1 / 1), kept, {early, late});
    CHECK(chosen(choice) == "late");
    CHECK_FALSE(std::get<CriteriaChoice>(choice).taken_in_under);
}

TEST_CASE("a new record takes the one file of its kind in force on its incident or none") {
    CHECK(choose_for_incident(2012y / 1 / 1, late, {early, late}) == "early");
    CHECK(choose_for_incident(2012y / 1 / 1, late, {early, late, other_kind}) == "early");
    CHECK(choose_for_incident(2012y / 1 / 1, late, {early, file("wide", "2011", "")}) == "");
    CHECK(choose_for_incident(2009y / 1 / 1, late, {early, late}) == "");
    CHECK(choose_for_incident(std::nullopt, late, {early, late}) == "");
}
