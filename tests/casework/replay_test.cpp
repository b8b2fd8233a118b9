#include "scr/casework/replay.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"
#include "scr/casework/screen.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

/// A screening of the newest facts as the program makes it.
record::ScreeningRecord screened(Harbour& harbour, const std::string& child,
                                 criteria::Blanks blanks = criteria::Blanks::take_default) {
    const auto criteria = harbour.library.by_name("");
    const criteria::Screener screener(criteria->criteria);
    auto result = screen_case(harbour.store().case_of(child).value(), criteria, screener, blanks);
    auto record = std::get<CaseScreening>(std::move(result)).record;
    record.program_version = "0";
    return record;
}

void store(Harbour& harbour, const record::ScreeningRecord& record) {
    const auto change = harbour.store().begin(harbour.act("screen"));
    change->keep_criteria(to_stored_text(*harbour.library.by_name("")));
    change->add_screening(record);
    change->commit();
}

ReplayReport replayed(Harbour& harbour) {
    return replay(harbour.store(), harbour.library, [](std::size_t) {});
}

/// The problem of the only screening that differs.
std::string problem_of(Harbour& harbour) {
    const auto report = replayed(harbour);
    REQUIRE(report.differing == 1);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].screening == "N-2025-0001/1@1");
    return report.findings[0].problem;
}

}  // namespace

TEST_CASE("every screening comes out as it was recorded on the facts that it names") {
    Harbour harbour;
    const auto child = harbour.notify(R"({"drowned":"no","lamp_lit":"no"})");
    store(harbour, screened(harbour, child));
    harbour.amend(child, R"({"drowned":"yes"})");
    store(harbour, screened(harbour, child));
    store(harbour, screened(harbour, child, criteria::Blanks::as_unknown));
    harbour.notify();

    std::vector<std::size_t> heard;
    const auto report =
        replay(harbour.store(), harbour.library, [&](std::size_t done) { heard.push_back(done); });
    CHECK(report.screenings == 3);
    CHECK(report.without_receipt == 0);
    CHECK(report.differing == 0);
    CHECK(report.findings.empty());
    CHECK(heard == std::vector<std::size_t>{3, 3});
}

TEST_CASE("another outcome than the criteria give is found") {
    Harbour harbour;
    const auto child = harbour.notify();
    auto record = screened(harbour, child);
    record.results.front().outcome = "none";
    record.results.front().possible = {"none"};
    store(harbour, record);
    CHECK(problem_of(harbour) == "inquiry: recorded is none, and it comes out as great");
}

TEST_CASE("each part of what a screening says is compared") {
    Harbour harbour;
    const auto child = harbour.notify(R"({"lamp_lit":"no"})");
    auto record = screened(harbour, child);
    SUBCASE("what is still possible") {
        record.results.front().possible = {"great", "none"};
        store(harbour, record);
        CHECK(problem_of(harbour) ==
              "inquiry, still possible: recorded is great, none, and it comes out as great, small");
    }
    SUBCASE("the criteria that hold") {
        record.criteria.clear();
        store(harbour, record);
        CHECK(problem_of(harbour) ==
              "criteria that hold: recorded is none, and it comes out as dark");
    }
    SUBCASE("what is missing") {
        record.missing = {"lamp_lit"};
        store(harbour, record);
        CHECK(problem_of(harbour) == "missing: recorded is lamp_lit, and it comes out as drowned");
    }
    SUBCASE("what was taken from silence") {
        record.assumed = {"lamp_lit"};
        store(harbour, record);
        CHECK(problem_of(harbour) ==
              "taken from silence: recorded is lamp_lit, and it comes out as none");
    }
    SUBCASE("the answers that decided") {
        record.decisive->front().answers = {"lamp_lit=no"};
        store(harbour, record);
        CHECK(problem_of(harbour) == "the answers that decided are others");
    }
    SUBCASE("the questions") {
        record.results.pop_back();
        store(harbour, record);
        CHECK(problem_of(harbour) == "it answers other questions than its criteria ask");
    }
}

TEST_CASE("a screening from before the decisive answers were kept is compared without them") {
    Harbour harbour;
    const auto child = harbour.notify();
    auto record = screened(harbour, child);
    record.decisive.reset();
    store(harbour, record);
    CHECK_FALSE(harbour.store().screenings_of(child).back().decisive);
    CHECK(replayed(harbour).unreceipted.size() == 1);
    CHECK(replayed(harbour).differing == 0);
}

TEST_CASE("facts that are not those of their digest are found") {
    Harbour harbour;
    const auto child = harbour.notify();
    record::FactsVersion version;
    version.facts_json = R"({"drowned":"no","lamp_lit":"yes"})";
    version.dates.received_on = day("2025-03-03");
    version.digest = facts_digest(R"({"drowned":"yes"})", version.dates);
    version.reason = "somebody with an editor";
    const auto change = harbour.store().begin(harbour.act());
    change->add_facts(child, version);
    change->commit();
    store(harbour, screened(harbour, child));
    CHECK(problem_of(harbour) == "the facts are not those whose digest it names");
}

TEST_CASE("a criteria text that is not the one of its digest is found") {
    Harbour harbour;
    const auto child = harbour.notify();
    auto record = screened(harbour, child);
    record.criteria_digest = std::string(64, 'a');
    const auto change = harbour.store().begin(harbour.act("screen"));
    auto text = to_stored_text(*harbour.library.by_name(""));
    text.digest = record.criteria_digest;
    change->keep_criteria(text);
    change->add_screening(record);
    change->commit();
    CHECK(problem_of(harbour) == "the criteria text is not the one whose digest it names");
}

}  // namespace scr::casework
