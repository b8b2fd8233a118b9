#include <doctest/doctest.h>

#include "store/case_table.hpp"
#include "store/connection.hpp"
#include "store/criteria_table.hpp"
#include "store/event_log.hpp"
#include "store/identity_table.hpp"
#include "store/json_list.hpp"
#include "store/notification_table.hpp"
#include "store/sample.hpp"
#include "store/screening_table.hpp"
#include "store/transaction/transaction.hpp"

using namespace scr;
using namespace scr::store::test;

namespace {

std::int64_t rows_of(const std::filesystem::path& file, const std::string& table) {
    store::Connection connection(file.string(), SQLITE_OPEN_READONLY, 0);
    return connection.integer("SELECT count(*) FROM " + table).value();
}

/// A case with its screening as schema 13 wrote them: each row has its own texts. A null leaves no
/// trace in a digest, so the event is the one that was written then.
void write_as_before(const std::filesystem::path& file, const record::FactsVersion& facts,
                     const record::ScreeningRecord& screening) {
    using store::Value;
    store::Connection connection(file.string(), SQLITE_OPEN_READWRITE, 0);
    store::Transaction transaction(connection);
    store::RowWriter rows(connection, 1, "2026-03-02T09:00:00Z");
    store::keep_criteria(rows, sample_criteria());
    store::add_notification(rows, sample_notification());
    const auto id = rows.insert(store::child_case_table, {std::int64_t{1}, std::int64_t{1}});
    store::add_case_label(rows, id, sample_case("", "A1"));
    rows.insert(store::facts_version_table,
                {id, std::int64_t{1}, facts.facts_json, Value{}, Value{}, Value{}, Value{}, Value{},
                 facts.digest, facts.reason, Value{}});
    rows.insert(store::screening_table,
                {id, std::int64_t{1}, std::int64_t{1}, std::int64_t{1}, "0.1.0", std::int64_t{0},
                 store::to_json(screening.results), store::to_json(screening.criteria),
                 store::to_json(screening.missing), store::to_json(screening.assumed),
                 store::to_json(screening.decisive.value()), Value{}});
    record::Event written{.sequence = 1,
                          .at = rows.instant(),
                          .act = act(),
                          .body = rows.finish_body(),
                          .previous = store::no_event_hash(),
                          .hash = ""};
    written.hash = store::hash_of(written);
    store::append_event(connection, written);
    transaction.commit();
}

const casework::CommonFacts sample_common_facts(sample_case("", "").facts.facts_json);

const casework::CommonScreening sample_common_screening(sample_screening("", 1, ""));

/// A case with a screening; both say the same each time.
std::string add_screened(casework::Change& change, const std::string& sender_reference) {
    auto child = sample_case(change.add_notification(sample_notification()), sender_reference);
    child.facts.facts_json.clear();
    const auto reference = change.add_case(child, sample_common_facts);
    change.add_first_screening(reference, child.facts.digest, sample_common_screening);
    return reference;
}

struct Two {
    TemporaryFolder folder;
    std::string first;
    std::string second;

    Two() {
        const auto store = create(folder.file());
        const auto change = store->begin(act());
        change->keep_criteria(sample_criteria());
        first = add_screened(*change, "A1");
        second = add_screened(*change, "A2");
        change->commit();
    }
    std::unique_ptr<casework::Store> open() const {
        return store::open(options(folder.file(), store::OpenOptions::Mode::read_only));
    }
};

}  // namespace

TEST_CASE("what two cases say alike is kept once") {
    const Two two;
    CHECK(rows_of(two.folder.file(), "facts_text") == 1);
    CHECK(rows_of(two.folder.file(), "screening_text") == 1);
    const auto store = two.open();
    const auto wanted = sample_case("", "").facts.facts_json;
    for (const auto& reference : {two.first, two.second}) {
        CHECK(store->case_of(reference).value().facts.facts_json == wanted);
        const auto found = store->screenings_of(reference).at(0);
        const auto written = sample_screening(reference, 1, found.facts_digest);
        CHECK(found.results == written.results);
        CHECK(found.decisive == written.decisive);
    }
    CHECK(store->verify().findings.empty());
}

TEST_CASE("another change keeps its own texts") {
    const Two two;
    {
        const auto store =
            store::open(options(two.folder.file(), store::OpenOptions::Mode::read_write));
        const auto change = store->begin(act());
        change->keep_criteria(sample_criteria());
        add_screened(*change, "A3");
        change->commit();
    }
    CHECK(rows_of(two.folder.file(), "facts_text") == 2);
    CHECK(two.open()->verify().findings.empty());
}

TEST_CASE("the changes of one load keep what they share once, and another store has its own") {
    const TemporaryFolder folder;
    const TemporaryFolder other;
    for (const auto& file : {folder.file(), other.file()}) {
        const auto store = create(file);
        std::string reference;
        for (const std::string sender_reference : {"A1", "A2", "A3"}) {
            const auto change = store->begin(act());
            change->keep_criteria(sample_criteria());
            reference = add_screened(*change, sender_reference);
            change->commit();
        }
        CHECK(rows_of(file, "facts_text") == 1);
        CHECK(rows_of(file, "screening_text") == 1);
        CHECK(store->screenings_of(reference).at(0).results == sample_common_screening.results);
        CHECK(store->case_of(reference).value().facts.facts_json == sample_common_facts.json);
        CHECK(store->verify().findings.empty());
    }
}

TEST_CASE("a text that a change given up has written is written again") {
    const TemporaryFolder folder;
    const auto store = create(folder.file());
    {
        const auto change = store->begin(act());
        change->keep_criteria(sample_criteria());
        add_screened(*change, "A1");
    }
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    const auto reference = add_screened(*change, "A1");
    change->commit();
    CHECK(store->case_of(reference).value().facts.facts_json == sample_common_facts.json);
    CHECK(store->screenings_of(reference).at(0).results == sample_common_screening.results);
    CHECK(store->verify().findings.empty());
}

TEST_CASE("rows from before texts were kept apart are read and verified") {
    const TemporaryFolder folder;
    create(folder.file());
    const auto facts = sample_case("", "").facts;
    const auto screening = sample_screening("", 1, facts.digest);
    write_as_before(folder.file(), facts, screening);

    const auto store = store::open(options(folder.file(), store::OpenOptions::Mode::read_write));
    const std::string reference = "N-2026-0001/1";
    CHECK(store->verify().findings.empty());
    CHECK(store->case_of(reference).value().facts.facts_json == facts.facts_json);
    CHECK(store->facts_of(reference).at(0).facts_json == facts.facts_json);
    const auto found = store->screenings_of(reference).at(0);
    CHECK(found.results == screening.results);
    CHECK(found.criteria == screening.criteria);
    CHECK(found.missing == screening.missing);
    CHECK(found.assumed == screening.assumed);
    CHECK(found.decisive == screening.decisive);

    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    add_screened(*change, "A2");
    change->commit();
    CHECK(store->verify().findings.empty());
}

TEST_CASE("a text that is lost is a finding, and no other case is hidden by it") {
    const Two two;
    tamper_past_triggers(two.folder.file(), "DELETE FROM facts_text; DELETE FROM screening_text");
    const auto store = two.open();
    int cases = 0;
    store->each_case([&](const record::Case& child) {
        CHECK(child.facts.facts_json.empty());
        ++cases;
    });
    CHECK(cases == 2);
    const auto lists = failure_of_work([&] { store->screenings_of(two.first); });
    CHECK(std::string(lists.what()).find("damaged") != std::string::npos);
    const auto report = store->verify();
    CHECK(found(report, "row 1 of `facts_text`: 1 missing"));
    CHECK(found(report, "row 1 of `screening_text`: 1 missing"));
}
