#include "store/transaction/row_writer.hpp"

#include <doctest/doctest.h>

#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/failures.hpp"
#include "store/identity_table.hpp"
#include "store/notification_table.hpp"
#include "store/sample.hpp"
#include "store/transaction/transaction.hpp"

using namespace scr;
using namespace scr::store::test;

namespace {

struct OpenChange {
    TemporaryFolder folder;
    store::Connection connection;
    store::Transaction transaction;
    store::RowWriter rows;

    OpenChange()
        : connection((create(folder.file()), folder.file().string()), SQLITE_OPEN_READWRITE, 0),
          transaction(connection),
          rows(connection, 1, "2026-03-02T09:00:00Z") {
        store::keep_criteria(rows, sample_criteria());
    }
    std::int64_t count_past_waiting(const std::string& table) {
        return connection.integer(store::PastWaitingRows{}, "SELECT count(*) FROM " + table)
            .value();
    }
    std::int64_t count(const std::string& table) {
        return connection.integer("SELECT count(*) FROM " + table).value();
    }
    void add_cases(int number) {
        for (int i = 0; i < number; ++i) {
            store::add_case(rows, sample_case(store::add_notification(rows, sample_notification()),
                                              "A" + std::to_string(++cases)));
        }
    }

    int cases = 0;
};

}  // namespace

TEST_CASE("rows wait, and whoever reads sees them") {
    OpenChange open;
    open.add_cases(1);  // looks for the numbers and texts that it goes on from
    const auto written = open.count_past_waiting("notification");
    open.add_cases(3);
    CHECK(open.count_past_waiting("notification") == written);
    CHECK(open.count("notification") == 4);
    CHECK(open.count_past_waiting("case_label") == 4);
    CHECK(open.count_past_waiting("awaiting_screening") == 4);
}

TEST_CASE("who reads some tables only lets the rows of others wait") {
    OpenChange open;
    open.add_cases(1);
    open.count("notification");
    open.add_cases(2);
    const auto count = [&](const store::Table& table, const store::Table& read) {
        return open.connection.integer(store::Of{{&read}},
                                       "SELECT count(*) FROM " + std::string(table.name));
    };
    CHECK(count(store::notification_table, store::criteria_text_table) == 1);
    CHECK(count(store::notification_table, store::notification_table) == 3);
    CHECK(open.count_past_waiting("case_label") == 3);
}

TEST_CASE("many rows do not wait for a reader") {
    OpenChange open;
    open.add_cases(1'200);
    CHECK(open.count_past_waiting("notification") >= 1'000);
    CHECK(open.count("child_case") == 1'200);
}

TEST_CASE("a row that the thread's database refuses loses the change, whoever notices") {
    OpenChange open;
    open.add_cases(1);
    open.rows.insert(store::identity_table,
                     {std::int64_t{1'000'077}, "child", "name", "Ada", store::Value{}, "digest"});
    // Some of these hand over, and one of them hears of it.
    CHECK_THROWS_AS(open.add_cases(20'000), SQLite::Exception);
    CHECK(open.count("identity") == 0);
    CHECK(failure_of_work([&] { open.add_cases(1); }).kind() == FailureKind::bug);
    CHECK(failure_of_work([&] { open.rows.finish_body(); }).kind() == FailureKind::bug);
}

TEST_CASE("a row that the database refuses loses the change") {
    OpenChange open;
    open.add_cases(1);
    // The case that it belongs to is not there.
    open.rows.insert(store::child_case_table, {std::int64_t{77}, std::int64_t{1}});
    CHECK_THROWS_AS(open.count("notification"), SQLite::Exception);

    // What follows must not be committed without it, and others can still be read.
    CHECK(open.count("notification") == 1);
    CHECK(failure_of_work([&] { open.add_cases(1); }).kind() == FailureKind::bug);
    CHECK(failure_of_work([&] { open.rows.finish_body(); }).kind() == FailureKind::bug);
}
