#include <doctest/doctest.h>
#include <sys/stat.h>

#include "store/connection.hpp"
#include "store/migrate.hpp"
#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;
using Mode = store::OpenOptions::Mode;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

Failure opening(const fs::path& file, Mode mode = Mode::read_write) {
    return failure_of_work([&] { store::open(options(file, mode)); });
}

bool mentions(const Failure& failure, const std::string& words) {
    return std::string(failure.what()).find(words) != std::string::npos;
}

/// A store as the first `count` migrations made it.
void create_older(const fs::path& file, std::size_t count) {
    std::string sql;
    for (const auto& migration : store::embedded::files().first(count)) sql += migration.content;
    write_bytes(file, "");
    tamper(file, sql + "PRAGMA application_id = 0x73637231; PRAGMA user_version = " +
                     std::to_string(count));
}

}  // namespace

TEST_CASE("a new store is private") {
    TemporaryFolder folder;
    const auto file = folder.path() / "new" / "deeper" / "scr.db";
    const auto before = umask(0);
    create(file);
    umask(before);
    CHECK(mode_of(file) == 0600);
    CHECK(mode_of(file.parent_path()) == 0700);
    CHECK(mode_of(file.parent_path().parent_path()) == 0700);
    CHECK(store::exists(file));

    SUBCASE("and making it again opens it") {
        record_one(*create(file), "A1");
        CHECK(create(file)->head()->sequence == 1);
    }
}

TEST_CASE("what a killed process left of making a store is removed once it is old") {
    TemporaryFolder folder;
    constexpr const char* no_process = "4194305";  // above the highest number of a process
    const auto left = folder.file().string() + ".making-" + no_process;
    for (const std::string& name : {left, left + "-journal", left + "0"}) write_bytes(name, "x");
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(2);
    fs::last_write_time(left, old);
    fs::last_write_time(left + "-journal", old);
    create(folder.file());
    CHECK_FALSE(fs::exists(left));
    CHECK_FALSE(fs::exists(left + "-journal"));
    CHECK(fs::exists(left + "0"));
}

TEST_CASE("a store that is absent is not made by the way") {
    TemporaryFolder folder;
    for (const auto mode : {Mode::read_only, Mode::read_write}) {
        const auto failure = opening(folder.file(), mode);
        CHECK(failure.kind() == FailureKind::store);
        CHECK(mentions(failure, "no store"));
        CHECK_FALSE(failure.help().empty());
        CHECK_FALSE(store::exists(folder.file()));
    }
}

TEST_CASE("a store that others can open is refused") {
    TemporaryFolder folder;
    create(folder.file());
    for (const mode_t mode : {0640U, 0604U, 0620U, 0602U}) {
        chmod(folder.file().c_str(), mode);
        const auto failure = opening(folder.file(), Mode::read_only);
        CHECK(failure.kind() == FailureKind::store);
        CHECK(failure.help() == "chmod 600 " + folder.file().string());
    }
}

TEST_CASE("a link to nowhere makes no file at its end") {
    TemporaryFolder folder;
    fs::create_symlink(folder.path() / "elsewhere", folder.file());
    CHECK(opening(folder.file(), Mode::create).kind() == FailureKind::store);
    CHECK_FALSE(store::exists(folder.path() / "elsewhere"));
}

TEST_CASE("what is not a store of ours is refused") {
    TemporaryFolder folder;
    SUBCASE("some other file") {
        write_bytes(folder.file(), std::string(5000, 'x'));
        CHECK(mentions(opening(folder.file()), "not a store"));
    }
    SUBCASE("a database of another program") {
        write_bytes(folder.file(), "");
        tamper(folder.file(), "CREATE TABLE other (x)");
        CHECK(mentions(opening(folder.file()), "another program"));
    }
    SUBCASE("a folder") {
        CHECK(mentions(opening(folder.path()), "not a regular file"));
    }
    SUBCASE("a store of a newer program") {
        create(folder.file());
        tamper(folder.file(), "PRAGMA user_version = 999");
        const auto failure = opening(folder.file(), Mode::read_only);
        CHECK(failure.kind() == FailureKind::store);
        CHECK(mentions(failure, "newer scr"));
    }
}

TEST_CASE("an older store is upgraded and its copy kept") {
    const auto newest = static_cast<std::size_t>(store::newest_schema_version());
    for (std::size_t version = 1; version < newest; ++version) {
        for (const auto mode : {Mode::read_only, Mode::read_write}) {
            CAPTURE(version);
            TemporaryFolder folder;
            create_older(folder.file(), version);
            const auto before = bytes_of(folder.file());
            CHECK(store::open(options(folder.file(), mode))->verify().findings.empty());
            record_life(*store::open(options(folder.file())));
            const auto copy = folder.file().string() + ".schema-" + std::to_string(version);
            CHECK(mode_of(copy) == 0600);
            CHECK(bytes_of(copy).size() == before.size());
            CHECK_FALSE(store::exists(copy + ".part"));
        }
    }
}

TEST_CASE("an empty file is no store until somebody begins anew") {
    TemporaryFolder folder;
    write_bytes(folder.file(), "");
    CHECK(mentions(opening(folder.file(), Mode::read_only), "empty"));
    CHECK(mentions(opening(folder.file(), Mode::read_write), "empty"));
    CHECK(mentions(opening(folder.file(), Mode::create), "empty"));
    CHECK(fs::file_size(folder.file()) == 0);
    CHECK_FALSE(store::open(options(folder.file(), Mode::begin))->head());
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a dry run sees the same and changes nothing on disk") {
    TemporaryFolder folder;
    SUBCASE("with a store") {
        record_one(*create(folder.file()), "A1");
        const auto before = bytes_of(folder.file());
        const auto store = store::open(options(folder.file(), Mode::dry_run));
        CHECK(record_one(*store, "A2") == "N-2026-0002/1");
        CHECK_THROWS_AS(record_one(*store, "A1"), Failure);
        CHECK(store->head()->sequence == 2);
        CHECK(store->verify().findings.empty());
        CHECK(bytes_of(folder.file()) == before);
        CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    }
    SUBCASE("without one") {
        const auto store = store::open(options(folder.file(), Mode::dry_run));
        CHECK(record_one(*store, "A1") == "N-2026-0001/1");
        CHECK(fs::is_empty(folder.path()));
    }
    SUBCASE("with an older one") {
        create_older(folder.file(), 3);
        const auto before = bytes_of(folder.file());
        record_life(*store::open(options(folder.file(), Mode::dry_run)));
        CHECK(bytes_of(folder.file()) == before);
    }
}

TEST_CASE("a store opened for reading cannot be changed") {
    TemporaryFolder folder;
    create(folder.file());
    const auto store = store::open(options(folder.file(), Mode::read_only));
    CHECK_THROWS_AS(store->begin(act()), Failure);
}

TEST_CASE("a connection has the settings of a store") {
    store::Connection connection(":memory:", SQLITE_OPEN_READWRITE, 0);
    CHECK(connection.integer("PRAGMA synchronous") == 3);
    CHECK(connection.integer("PRAGMA foreign_keys") == 1);
    CHECK(connection.integer("PRAGMA recursive_triggers") == 1);
    CHECK(connection.integer("PRAGMA secure_delete") == 1);
    CHECK(connection.integer("PRAGMA cell_size_check") == 1);
    CHECK(connection.integer("PRAGMA temp_store") == 2);
    CHECK(connection.integer("PRAGMA trusted_schema") == 0);
    CHECK_THROWS(connection.execute("ATTACH ':memory:' AS other"));
    CHECK_THROWS(connection.execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema"));
    CHECK_THROWS(connection.execute("SELECT \"no such column\""));
}
