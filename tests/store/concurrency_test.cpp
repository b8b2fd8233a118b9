#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "scr/casework/batch.hpp"
#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;

TEST_CASE("the instant of an event is read once the lock is held") {
    TemporaryFolder folder;
    const auto first = create(folder.file());
    auto change = first->begin(act());
    change->keep_criteria(sample_criteria());

    // The clock is a second ahead as soon as the first writer is done.
    std::atomic<bool> committed = false;
    auto waiting = options(folder.file());
    waiting.busy_seconds = 60;
    waiting.now = [&] {
        return std::string(committed ? "2026-03-02T09:00:01Z" : "2026-03-02T08:59:59Z");
    };
    std::string problem;
    std::thread second([&, store = store::open(waiting)] {
        problem = failure_of_work([&] { record_one(*store, "A1"); }).what();
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    committed = true;
    change->commit();
    second.join();
    CHECK(problem == "nothing failed");
    REQUIRE(first->head()->sequence == 2);
    CHECK(first->head()->at == "2026-03-02T09:00:01Z");
    CHECK(first->verify().findings.empty());
}

TEST_CASE("whoever waits has a turn between two changes of another") {
    TemporaryFolder folder;
    const auto loading = create(folder.file());
    casework::Batch batch(*loading, act());
    batch.change().keep_criteria(sample_criteria());

    std::atomic<bool> recorded = false;
    auto waiting = options(folder.file());
    waiting.busy_seconds = 60;
    std::thread other([&, store = store::open(waiting)] {
        record_one(*store, "A1");
        recorded = true;
    });
    for (int portion = 0; portion < 200 && !recorded; ++portion) {
        batch.change().add_notification(sample_notification());
        std::this_thread::sleep_for(std::chrono::milliseconds(40));
        batch.commit();
    }
    CHECK(recorded);
    batch.commit();
    other.join();
    CHECK(loading->verify().findings.empty());
}

TEST_CASE("writers who wait their turn lose nothing") {
    TemporaryFolder folder;
    create(folder.file());
    constexpr int writers = 4;
    constexpr int each = 20;
    std::vector<pid_t> children;
    for (int writer = 0; writer < writers; ++writer) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child > 0) {
            children.push_back(child);
            continue;
        }
        try {
            auto waiting = options(folder.file());
            waiting.busy_seconds = 60;
            const auto store = store::open(waiting);
            for (int i = 0; i < each; ++i) {
                record_one(*store, std::to_string(writer) + "-" + std::to_string(i));
            }
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    const auto store = store::open(options(folder.file()));
    CHECK(store->notifications().size() == writers * each);
    CHECK(store->head()->sequence == writers * each);
    CHECK(store->verify().findings.empty());
}
