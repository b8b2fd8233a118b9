#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;

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
