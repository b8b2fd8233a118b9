#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <random>

#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;
using Mode = store::OpenOptions::Mode;

namespace {

/// Everything that the store tells, as one text.
std::string read_all(casework::Store& store) {
    std::string all;
    store.each_event(0, [&](const record::Event& event) { all += event.hash + event.body; });
    store.each_case([&](const record::Case& child) {
        all += child.reference + child.agency + child.sender_reference + child.child;
        for (const auto& facts : store.facts_of(child.reference)) all += facts.facts_json;
        for (const auto& identity : store.identities_of(child.reference)) all += identity.value;
        for (const auto& screening : store.screenings_of(child.reference)) {
            all += screening.criteria_digest;
            for (const auto& result : screening.results) all += result.outcome;
        }
        for (const auto& decision : store.decisions_of(child.reference)) all += decision.reasons;
        for (const auto& weighing : store.weighings_of(child.reference)) all += weighing.reason;
    });
    for (const auto& notification : store.notifications()) all += notification.summary;
    for (const auto& review : store.reviews()) all += review.pseudonym;
    for (const auto& lesson : store.lessons()) all += lesson.text;
    for (const auto& publication : store.publications()) {
        const auto report = store.report(publication.report_digest);
        all += publication.title + (report ? report->bytes : "");
    }
    return all;
}

enum class Seen { failure, finding, nothing };

/// How a damaged file shows. Anything but a Failure or a report ends the test.
Seen look_at(const std::filesystem::path& file, const std::string& true_content) {
    try {
        const auto store = store::open(options(file));
        if (!store->verify().findings.empty()) {
            try {
                read_all(*store);
            } catch (const Failure&) {
            }
            return Seen::finding;
        }
        CHECK(read_all(*store) == true_content);
        return Seen::nothing;
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::store);
        return Seen::failure;
    }
}

/// Runs `work` in a process of its own, which ends with the status returned.
pid_t start(const std::function<int()>& work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            _exit(work());
        } catch (...) {
            _exit(99);
        }
    }
    return child;
}

int status_of(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("a flipped byte is a failure or a finding and never a crash") {
    TemporaryFolder folder;
    record_life(*create(folder.file()));
    const auto content = read_all(*store::open(options(folder.file(), Mode::read_only)));
    const auto bytes = bytes_of(folder.file());
    std::mt19937 random(20260302);
    std::uniform_int_distribution<std::size_t> anywhere(0, bytes.size() - 1);
    int noticed = 0;
    for (int i = 0; i < 200; ++i) {
        auto damaged = bytes;
        auto at = anywhere(random);
        // Every other one where something is written: this store is small, and mostly empty.
        while (i % 2 == 0 && bytes[at] == 0) at = anywhere(random);
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (i % 8)));
        write_bytes(folder.file(), damaged);
        CAPTURE(at);
        if (look_at(folder.file(), content) != Seen::nothing) ++noticed;
    }
    // The rest lie in unused space: what is read is still what was written.
    CHECK(noticed >= 90);
}

TEST_CASE("a flipped byte in every written text is noticed") {
    TemporaryFolder folder;
    record_life(*create(folder.file()));
    const auto bytes = bytes_of(folder.file());
    for (const std::string text : {"an invented summary", "Quentin Invented", "share early",
                                   "# Report", "because", "the coroner wrote", "Child J"}) {
        const auto at = bytes.find(text);
        REQUIRE(at != std::string::npos);
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        write_bytes(folder.file(), damaged);
        CAPTURE(text);
        CHECK(look_at(folder.file(), "") != Seen::nothing);
    }
}

TEST_CASE("a truncated file is a failure or a finding") {
    TemporaryFolder folder;
    record_life(*create(folder.file()));
    const auto bytes = bytes_of(folder.file());
    for (std::size_t size = 1; size < bytes.size(); size += 3001) {
        write_bytes(folder.file(), bytes.substr(0, size));
        CAPTURE(size);
        CHECK(look_at(folder.file(), "") != Seen::nothing);
    }
}

TEST_CASE("a writer killed at any moment loses nothing that was acknowledged") {
    TemporaryFolder folder;
    create(folder.file());
    std::mt19937 random(7);
    int written = 0;
    for (int round = 0; round < 30; ++round) {
        int acknowledged[2];
        REQUIRE(pipe(acknowledged) == 0);
        const pid_t writer = start([&] {
            auto waiting = options(folder.file());
            waiting.busy_seconds = 10;
            const auto store = store::open(waiting);
            for (int i = 0; i < 10000; ++i) {
                const auto reference =
                    record_one(*store, std::to_string(round) + "-" + std::to_string(i));
                if (write(acknowledged[1], "1", 1) != 1) return 1;
            }
            return 0;
        });
        close(acknowledged[1]);
        // Killed after some commits, somewhere in the next one.
        int count = 0;
        const int wanted = std::uniform_int_distribution<int>(0, 5)(random);
        char byte = 0;
        while (count < wanted && read(acknowledged[0], &byte, 1) == 1) ++count;
        usleep(std::uniform_int_distribution<useconds_t>(0, 3000)(random));
        kill(writer, SIGKILL);
        CHECK(WIFSIGNALED(status_of(writer)));
        while (read(acknowledged[0], &byte, 1) == 1) ++count;
        close(acknowledged[0]);

        // Every other time the first to come after the crash may only read.
        const auto mode = round % 2 == 0 ? Mode::read_only : Mode::read_write;
        const auto store = store::open(options(folder.file(), mode));
        for (int i = 0; i < count; ++i) {
            REQUIRE(store->case_by_key(
                {"police", std::to_string(round) + "-" + std::to_string(i), "a"}));
        }
        const auto report = store->verify();
        CHECK(report.findings.empty());
        CHECK(store->pending().size() == store->notifications().size());
        written += count;
    }
    CHECK(written > 30);
}

TEST_CASE("a disk that is full leaves the record sound") {
    TemporaryFolder folder;
    record_one(*create(folder.file()), "first");
    const auto size = std::filesystem::file_size(folder.file());
    const int room[] = {0, 4096, 20000, 100000};
    for (const int more : room) {
        CAPTURE(more);
        const pid_t writer = start([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{size + static_cast<rlim_t>(more), size + static_cast<rlim_t>(more)};
            setrlimit(RLIMIT_FSIZE, &limit);
            const auto failure = failure_of_work([&] {
                const auto store = store::open(options(folder.file()));
                for (int i = 0; i < 5000; ++i) {
                    record_one(*store, std::to_string(more) + "-" + std::to_string(i));
                }
            });
            return static_cast<int>(failure.kind());
        });
        const int status = status_of(writer);
        REQUIRE(WIFEXITED(status));
        CHECK((WEXITSTATUS(status) == static_cast<int>(FailureKind::store) ||
               WEXITSTATUS(status) == static_cast<int>(FailureKind::in_doubt)));
        const auto store = store::open(options(folder.file()));
        CHECK(store->verify().findings.empty());
        CHECK(store->case_by_key({"police", "first", "a"}));
    }
}
