#include <doctest/doctest.h>

#include "scr/digest/sha256.hpp"
#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;

namespace {

const std::string instant = "2026-03-02T09:00:00Z";

struct Life {
    TemporaryFolder folder;
    std::unique_ptr<casework::Store> store = create(folder.file());
    Life() {
        record_life(*store);
        // Read by another connection than the one that wrote.
        store = store::open(options(folder.file(), store::OpenOptions::Mode::read_only));
    }
};

}  // namespace

TEST_CASE("what a change writes is read back equal") {
    Life life;
    auto& store = *life.store;

    SUBCASE("a notification") {
        const auto read = store.notification("N-2026-0001").value();
        const auto wrote = sample_notification();
        CHECK(read.reference == "N-2026-0001");
        CHECK(read.agency == wrote.agency);
        CHECK(read.incident == wrote.incident);
        CHECK(read.area == wrote.area);
        CHECK(read.summary == wrote.summary);
        CHECK(read.received_on == wrote.received_on);
        CHECK(read.criteria_digest == wrote.criteria_digest);
        CHECK(store.notifications().size() == 1);
    }
    SUBCASE("a case with the newest of its facts") {
        const auto read = store.case_of("N-2026-0001/1").value();
        const auto wrote = sample_case("N-2026-0001", "A1");
        CHECK(read.reference == "N-2026-0001/1");
        CHECK(read.notification == wrote.notification);
        CHECK(read.agency == wrote.agency);
        CHECK(read.sender_reference == wrote.sender_reference);
        CHECK(read.child == wrote.child);
        CHECK(read.date_of_birth == wrote.date_of_birth);
        CHECK(read.facts.number == 2);
        CHECK(read.facts.facts_json == R"({"age":10,"died":"yes"})");
        CHECK(read.facts.reason == "the coroner wrote");
        CHECK(read.facts.recorded_at == instant);
        CHECK(read.facts.recorded_by == "a.analyst");
    }
    SUBCASE("every version of the facts") {
        const auto versions = store.facts_of("N-2026-0001/1");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].number == 1);
        CHECK(versions[0].dates == sample_facts("{}").dates);
        CHECK(versions[0].digest == digest::sha256(versions[0].facts_json));
        CHECK(versions[1].number == 2);
    }
    SUBCASE("the cases of a notification in the order of their numbers") {
        const auto cases = store.cases_of("N-2026-0001");
        REQUIRE(cases.size() == 2);
        CHECK(cases[1].reference == "N-2026-0001/2");
        CHECK(cases[1].child == "b");
        CHECK_FALSE(cases[1].date_of_birth);
        std::vector<std::string> visited;
        store.each_case([&](const auto& child) { visited.push_back(child.reference); });
        CHECK(visited == std::vector<std::string>{"N-2026-0001/1", "N-2026-0001/2"});
    }
    SUBCASE("a case by the names that its sender gave") {
        CHECK(store.case_by_key({"police", "A1", "b"}).value().reference == "N-2026-0001/2");
        CHECK_FALSE(store.case_by_key({"police", "A1", "c"}));
        CHECK_FALSE(store.case_by_key({"health", "A1", "a"}));
    }
    SUBCASE("identities") {
        CHECK(store.identities_of("N-2026-0001/1") ==
              std::vector<record::Identity>{{"child", "name", "Quentin Invented"},
                                            {"parent", "name", "Zora Invented"}});
        CHECK(store.identities_of("N-2026-0001/2").empty());
    }
    SUBCASE("a screening") {
        const auto screenings = store.screenings_of("N-2026-0001/1");
        REQUIRE(screenings.size() == 1);
        const auto& read = screenings[0];
        const auto wrote = sample_screening("N-2026-0001/1", 2, read.facts_digest);
        CHECK(read.reference == "N-2026-0001/1@1");
        CHECK(read.case_reference == wrote.case_reference);
        CHECK(read.criteria_id == wrote.criteria_id);
        CHECK(read.criteria_digest == wrote.criteria_digest);
        CHECK(read.facts_version == 2);
        CHECK(read.facts_digest == store.case_of("N-2026-0001/1")->facts.digest);
        CHECK(read.program_version == wrote.program_version);
        CHECK(read.blank_as_unknown);
        CHECK(read.results == wrote.results);
        CHECK(read.criteria == wrote.criteria);
        CHECK(read.missing == wrote.missing);
        CHECK(read.assumed.empty());
        CHECK(read.decisive == wrote.decisive);
        CHECK(read.screened_at == instant);
        CHECK(read.screened_by == "a.analyst");
    }
    SUBCASE("a criteria text") {
        const auto read = store.criteria(sample_criteria().digest).value();
        CHECK(read.id == "sample");
        CHECK(read.title == "A sample");
        CHECK(read.text == sample_criteria().text);
        CHECK_FALSE(store.criteria("0"));
        REQUIRE(store.criteria_texts().size() == 1);
        CHECK(store.criteria_texts()[0].text == read.text);
    }
    SUBCASE("the adoption of a criteria text") {
        const auto adoptions = store.adoptions();
        REQUIRE(adoptions.size() == 1);
        CHECK(adoptions[0].criteria_id == "sample");
        CHECK(adoptions[0].criteria_digest == sample_criteria().digest);
        CHECK(adoptions[0].meeting_on == day("2026-02-01"));
        CHECK(adoptions[0].reason == "minute 7");
        CHECK(adoptions[0].adopted_at == instant);
        CHECK(adoptions[0].adopted_by == "a.analyst");
    }
    SUBCASE("a decision and a stopped clock") {
        const auto decisions = store.decisions_of("N-2026-0001/1");
        REQUIRE(decisions.size() == 1);
        CHECK(decisions[0].case_reference == "N-2026-0001/1");
        CHECK(decisions[0].determination == "review");
        CHECK(decisions[0].meeting_on == day("2026-02-10"));
        CHECK(decisions[0].recommended == "required");
        CHECK(decisions[0].decided == "none");
        CHECK(decisions[0].decided_on == day("2026-02-12"));
        CHECK(decisions[0].reasons == "because");
        CHECK(decisions[0].screening == "N-2026-0001/1@1");
        CHECK(decisions[0].recorded_at == instant);
        CHECK(decisions[0].recorded_by == "a.analyst");
        const auto stops = store.deadline_stops_of("N-2026-0001/1");
        REQUIRE(stops.size() == 1);
        CHECK(stops[0].case_reference == "N-2026-0001/1");
        CHECK(stops[0].deadline == "tell");
        CHECK(stops[0].on == day("2026-02-11"));
        CHECK(stops[0].reference == "letter 7");
    }
    SUBCASE("a weighed factor") {
        const auto weighings = store.weighings_of("N-2026-0001/1");
        REQUIRE(weighings.size() == 1);
        CHECK(weighings[0].case_reference == "N-2026-0001/1");
        CHECK(weighings[0].criteria_digest == sample_criteria().digest);
        CHECK(weighings[0].checklist == "learning");
        CHECK(weighings[0].factor == "themes");
        CHECK(weighings[0].answer == "no");
        CHECK(weighings[0].reason == "nothing comes back");
        CHECK(weighings[0].weighed_on == day("2026-02-10"));
        CHECK(weighings[0].recorded_at == instant);
        CHECK(weighings[0].recorded_by == "a.analyst");
        CHECK(store.weighings_of("N-2026-0001/2").empty());
    }
    SUBCASE("a review with its cases and its closing") {
        const auto read = store.review("R-2026-0001").value();
        CHECK(read.kind == "full");
        CHECK(read.kind_label == "Full review");
        CHECK(read.pseudonym == "Child J");
        CHECK(read.cases == std::vector<std::string>{"N-2026-0001/1", "N-2026-0001/2"});
        CHECK(read.criteria_digest == sample_criteria().digest);
        CHECK(read.reason == "wanted");
        CHECK(read.opened_on == day("2026-02-20"));
        CHECK(read.closed_on == day("2026-02-28"));
        CHECK(store.reviews().size() == 1);
        CHECK(store.reviews_of("N-2026-0001/2").at(0).reference == "R-2026-0001");
    }
    SUBCASE("a lesson") {
        const auto lessons = store.lessons_of("R-2026-0001");
        REQUIRE(lessons.size() == 1);
        CHECK(lessons[0].reference == "L-2026-0001");
        CHECK(lessons[0].review == "R-2026-0001");
        CHECK(lessons[0].tier == "local");
        CHECK(lessons[0].text == "share early");
        CHECK(lessons[0].recorded_at == instant);
        CHECK(lessons[0].recorded_by == "a.analyst");
        CHECK(store.lessons().size() == 1);
    }
    SUBCASE("a report and its publication") {
        const auto read = store.publication("P-2025-0001").value();
        CHECK(read.review == "R-2026-0001");
        CHECK(read.pseudonym == "Child J");
        CHECK(read.title == "Report on Child J");
        CHECK(read.published_on == day("2025-03-01"));
        CHECK(read.last_day == day("2026-02-28"));
        CHECK(read.state == record::PublicationState::ended);
        CHECK(read.ended_on == day("2026-03-01"));
        CHECK(read.end_reason == "its year is over");
        CHECK(store.publications().size() == 1);
        const auto report = store.report(read.report_digest).value();
        CHECK(report.format == "markdown");
        CHECK(report.bytes == "# Report\n");
    }
    SUBCASE("an unknown reference or one of another kind gives nothing") {
        CHECK_FALSE(store.notification("N-2026-0002"));
        CHECK_FALSE(store.case_of("N-2026-0001"));
        CHECK_FALSE(store.case_of("N-2026-0001/3"));
        CHECK_FALSE(store.review("N-2026-0001"));
        CHECK(store.screenings_of("N-2026-0001/9").empty());
    }
}

TEST_CASE("the log tells who did what") {
    Life life;
    std::vector<record::Event> events;
    life.store->each_event(0, [&](const auto& event) { events.push_back(event); });
    REQUIRE(events.size() == 4);
    CHECK(events[0].sequence == 1);
    CHECK(events[0].at == instant);
    CHECK(events[0].act.verb == "notify");
    CHECK(events[0].act.by == "a.analyst");
    CHECK(events[0].act.account == "scr");
    CHECK(events[0].previous == std::string(64, '0'));
    CHECK(events[3].previous == events[2].hash);
    CHECK(life.store->head()->hash == events[3].hash);

    SUBCASE("a blank subject becomes the record that was made") {
        CHECK(events[0].act.subject == "N-2026-0001");
        CHECK(events[3].act.subject == "R-2026-0001");
    }
    SUBCASE("no identity stands in it") {
        for (const auto& event : events) {
            CHECK(event.body.find("Invented") == std::string::npos);
            CHECK(event.body.find("2015-06-07") == std::string::npos);
        }
    }
    SUBCASE("reading may begin after an event") {
        std::int64_t first = 0;
        life.store->each_event(3, [&](const auto& event) { first = event.sequence; });
        CHECK(first == 4);
    }
}
