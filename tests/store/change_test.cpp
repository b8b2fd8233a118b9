#include <doctest/doctest.h>

#include <algorithm>

#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;
using store::OpenOptions;

namespace {

/// A notification with one child; returns the case.
std::string add_one(casework::Change& change, int number) {
    const auto notification = change.add_notification(sample_notification());
    return change.add_case(sample_case(notification, "A" + std::to_string(number)));
}

}  // namespace

TEST_CASE("a change that is not committed leaves nothing") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    record_one(*store, "A1");
    const auto before = store->head()->hash;
    {
        const auto change = store->begin(act());
        const auto notification = change->add_notification(sample_notification());
        change->add_case(sample_case(notification, "A2"));
        CHECK(store->notification("N-2026-0002"));
    }
    CHECK_FALSE(store->notification("N-2026-0002"));
    CHECK_FALSE(store->case_by_key({"police", "A2", "a"}));
    CHECK(store->head()->hash == before);
    CHECK(store->verify().findings.empty());
}

TEST_CASE("a change without a row makes no event") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    record_one(*store, "A1");
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    change->commit();
    CHECK(store->head()->sequence == 1);
}

TEST_CASE("a change that lost a part cannot be committed") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    record_one(*store, "A1");
    const auto change = store->begin(act());
    const auto notification = change->add_notification(sample_notification());
    // The sender's names are taken: the case itself was inserted before that showed.
    CHECK_THROWS_AS(change->add_case(sample_case(notification, "A1")), Failure);
    CHECK_THROWS_AS(change->add_notification(sample_notification()), Failure);
    CHECK_THROWS_AS(change->commit(), Failure);
    CHECK(store->head()->sequence == 1);
}

TEST_CASE("references count within their year") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    auto older = sample_notification();
    older.received_on = day("2025-12-31");
    CHECK(change->add_notification(sample_notification()) == "N-2026-0001");
    CHECK(change->add_notification(older) == "N-2025-0001");
    CHECK(change->add_notification(sample_notification()) == "N-2026-0002");
    CHECK(change->add_case(sample_case("N-2026-0002", "x")) == "N-2026-0002/1");
    CHECK(change->add_case(sample_case("N-2026-0002", "y")) == "N-2026-0002/2");
    CHECK(change->add_case(sample_case("n-2026-0001", "z")) == "N-2026-0001/1");
}

TEST_CASE("a reference that is not there is refused by name") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto failure = failure_of_work(
        [&] { store->begin(act())->add_facts("N-2026-0009/1", sample_facts("{}")); });
    CHECK(failure.kind() == FailureKind::not_allowed);
    CHECK(std::string(failure.what()) == "there is no case `N-2026-0009/1`");
}

TEST_CASE("pending are the cases whose newest facts were not screened") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto first = record_one(*store, "A1");
    const auto second = record_one(*store, "A2");
    CHECK(store->pending() == std::vector<std::string>{first, second});

    const auto facts = store->case_of(first)->facts;
    auto change = store->begin(act("screen"));
    CHECK(change->add_screening(sample_screening(first, 1, facts.digest)) == first + "@1");
    change->commit();
    CHECK(store->pending() == std::vector<std::string>{second});

    change.reset();
    change = store->begin(act("notify.amend"));
    CHECK(change->add_facts(first, sample_facts("{}")) == 2);
    // A screening of the older facts does not settle the newer ones.
    CHECK(change->add_screening(sample_screening(first, 1, facts.digest)) == first + "@2");
    change->commit();
    CHECK(store->pending() == std::vector<std::string>{first, second});
    CHECK(store->verify().findings.empty());
}

TEST_CASE("a screening names the facts that it saw") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto reference = record_one(*store, "A1");
    const auto change = store->begin(act("screen"));
    CHECK_THROWS_AS(change->add_screening(sample_screening(reference, 1, "other")), Failure);
}

TEST_CASE("a change tells the newest screening of a case that it has not screened") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto first = record_one(*store, "A1");
    const auto second = record_one(*store, "A2");
    const auto digest = store->case_of(first)->facts.digest;
    auto change = store->begin(act("screen"));
    CHECK(!change->newest_screening(first));
    change->add_screening(sample_screening(first, 1, digest));
    change->add_screening(sample_screening(first, 1, digest));
    change->commit();

    change.reset();
    change = store->begin(act("screen"));
    CHECK(!change->newest_screening(second));
    REQUIRE(change->newest_screening(first));
    CHECK(change->newest_screening(first)->reference == first + "@2");
    // The later case first, and one again that was screened already, whose row waits.
    CHECK(change->add_screening(sample_screening(second, 1, digest)) == second + "@1");
    CHECK(change->add_screening(sample_screening(first, 1, digest)) == first + "@3");
    CHECK(change->add_screening(sample_screening(second, 1, digest)) == second + "@2");
    change->commit();
    CHECK(store->screenings_of(second).size() == 2);
    CHECK(store->verify().findings.empty());
}

TEST_CASE("screenings of a case are numbered on when others were looked at in between") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto first = record_one(*store, "A1");
    const auto second = record_one(*store, "A2");
    const auto digest = store->case_of(first)->facts.digest;
    const auto change = store->begin(act("screen"));
    CHECK(change->add_screening(sample_screening(first, 1, digest)) == first + "@1");
    CHECK(!change->newest_screening(second));
    CHECK(change->add_screening(sample_screening(first, 1, digest)) == first + "@2");
    change->commit();
    CHECK(store->screenings_of(first).size() == 2);
}

TEST_CASE(
    "a change that asks for its own screening is told so, and not that the store is damaged") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto reference = record_one(*store, "A1");
    const auto digest = store->case_of(reference)->facts.digest;
    const auto change = store->begin(act("screen"));
    change->add_screening(sample_screening(reference, 1, digest));
    CHECK(failure_of_work([&] { change->newest_screening(reference); }).kind() == FailureKind::bug);
}

TEST_CASE("many cases are looked up and screened in any order") {
    constexpr int count = 2'500;  // more than a change remembers
    TemporaryFolder folder;
    const auto store = create(folder.file());
    std::vector<std::string> cases;
    auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    const auto digest = sample_case("", "").facts.digest;
    for (int i = 0; i < count; ++i) {
        cases.push_back(add_one(*change, i));
        if (i % 3 == 0) change->add_screening(sample_screening(cases.back(), 1, digest));
    }
    change->commit();
    change.reset();
    change = store->begin(act("screen"));
    std::ranges::reverse(cases);
    for (const auto& reference : cases) change->newest_screening(reference);
    for (const auto& reference : cases) {
        const bool was_screened = std::stoi(reference.substr(reference.rfind('-') + 1)) % 3 == 1;
        CHECK(change->add_screening(sample_screening(reference, 1, digest)) ==
              reference + (was_screened ? "@2" : "@1"));
    }
    change->commit();
    CHECK(store->pending().empty());
    CHECK(store->verify().findings.empty());
}

TEST_CASE("a reference in another form names the same case") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    const auto child = sample_case(change->add_notification(sample_notification()), "A1");
    const auto reference = change->add_case(child);
    const auto other = "n" + reference.substr(1);
    const auto digest = child.facts.digest;
    CHECK(change->add_screening(sample_screening(reference, 1, digest)) == reference + "@1");
    CHECK(change->add_screening(sample_screening(other, 1, digest)) == reference + "@2");
    CHECK(change->add_screening(sample_screening(reference, 1, digest)) == reference + "@3");
    change->commit();
    CHECK(store->screenings_of(reference).size() == 3);
}

TEST_CASE("an incident of an agency is found by its label") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    auto labelled = sample_notification();
    labelled.incident = "I-7";
    change->add_notification(labelled);
    change->add_notification(sample_notification());
    change->commit();
    CHECK(store->notification_of_incident("police", "I-7")->reference == "N-2026-0001");
    CHECK_FALSE(store->notification_of_incident("health", "I-7"));
    CHECK_FALSE(store->notification_of_incident("police", ""));
}

TEST_CASE("a change that is done leaves the next one alone, whenever it is let go") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    record_one(*store, "A1");
    auto done = store->begin(act());
    done->add_case(sample_case("N-2026-0001", "A2"));
    done->commit();
    const auto next = store->begin(act());
    done.reset();
    next->add_case(sample_case("N-2026-0001", "A3"));
    next->commit();
    CHECK(store->case_by_key({"police", "A3", "a"}));
    CHECK(store->head()->sequence == 3);
    CHECK(store->verify().findings.empty());
}

TEST_CASE("a clock gone back stops writing") {
    TemporaryFolder folder;
    record_one(*create(folder.file()), "A1");
    auto early = options(folder.file());
    early.now = [] { return std::string("2026-03-02T08:59:59Z"); };

    const auto failure = failure_of_work([&] { store::open(early)->begin(act()); });
    CHECK(failure.kind() == FailureKind::store);
    CHECK(failure.help().find("clock right") != std::string::npos);

    SUBCASE("unless it is accepted") {
        early.accept_clock = true;
        const auto store = store::open(early);
        record_one(*store, "A2");
        CHECK(store->head()->at == "2026-03-02T08:59:59Z");
        CHECK(store->verify().findings.empty());
    }
    SUBCASE("and nothing stays locked") {
        record_one(*store::open(options(folder.file())), "A2");
    }
}

TEST_CASE("of two writers the second hears that the store is locked") {
    TemporaryFolder folder;
    const auto first = create(folder.file());
    const auto second = store::open(options(folder.file()));
    const auto change = first->begin(act());
    change->keep_criteria(sample_criteria());

    const auto failure = failure_of_work([&] { second->begin(act()); });
    CHECK(failure.kind() == FailureKind::store);
    CHECK(std::string(failure.what()).find("locked") != std::string::npos);
    CHECK_FALSE(failure.help().empty());

    change->commit();
    record_one(*second, "A1");
    CHECK(first->verify().findings.empty());
}

TEST_CASE("a reader in the way of a commit makes it fail and leaves the record as it was") {
    TemporaryFolder folder;
    const auto writer = create(folder.file());
    record_one(*writer, "A1");
    const auto reader = store::open(options(folder.file(), OpenOptions::Mode::read_only));
    reader->each_case([&](const record::Case&) {
        const auto failure = failure_of_work([&] { record_one(*writer, "A2"); });
        CHECK(failure.kind() == FailureKind::store);
        CHECK(std::string(failure.what()).find("locked") != std::string::npos);
    });
    CHECK_FALSE(writer->case_by_key({"police", "A2", "a"}));
    record_one(*writer, "A2");
    CHECK(writer->verify().findings.empty());
}

TEST_CASE("a large load is one event") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    for (int i = 0; i < 1700; ++i) add_one(*change, i);
    change->commit();
    const auto head = store->head().value();
    CHECK(head.sequence == 1);
    CHECK(head.act.subject.empty());
    CHECK(head.body.size() < 4000);
    CHECK(head.body.find(R"("table":"child_case","first":1,"last":1700,"count":1700)") !=
          std::string::npos);
    const auto report = store->verify();
    CHECK(report.findings.empty());
    CHECK(report.rows == 5 * 1700 + 1);
}
