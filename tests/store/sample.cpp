#include "store/sample.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "scr/digest/sha256.hpp"

namespace scr::store::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    // In memory where that can be had: thousands of commits to a disk would take minutes.
    const fs::path memory = "/dev/shm";
    const auto place = access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    std::string name = (place / "scr-store-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

record::CivilDate day(const char* text) {
    return record::parse_civil_date(text).value();
}

OpenOptions options(const fs::path& file, OpenOptions::Mode mode) {
    return {.file = file, .mode = mode, .busy_seconds = 0, .now = [] {
                return std::string("2026-03-02T09:00:00Z");
            }};
}

std::unique_ptr<casework::Store> create(const fs::path& file) {
    return open(options(file, OpenOptions::Mode::create));
}

record::Act act(const std::string& verb) {
    return {.verb = verb, .subject = "", .by = "a.analyst", .account = "scr", .as_of = {}};
}

casework::CriteriaText sample_criteria() {
    const std::string text = "id = \"sample\"\n";
    return {digest::sha256(text), "sample", "A sample", text};
}

record::Notification sample_notification() {
    return {.reference = "",
            .agency = "police",
            .incident = "",
            .area = "north",
            .summary = "an invented summary",
            .received_on = day("2026-02-03"),
            .criteria_digest = sample_criteria().digest};
}

record::FactsVersion sample_facts(const std::string& json) {
    return {.number = 0,
            .facts_json = json,
            .dates = {.received_on = day("2026-02-03"),
                      .incident_on = day("2026-02-01"),
                      .died_on = {},
                      .harmed_on = day("2026-02-02"),
                      .became_aware_on = {}},
            .digest = digest::sha256(json),
            .reason = "",
            .recorded_at = "",
            .recorded_by = ""};
}

record::Case sample_case(const std::string& notification, const std::string& sender_reference) {
    return {.reference = "",
            .notification = notification,
            .agency = "police",
            .sender_reference = sender_reference,
            .child = "a",
            .date_of_birth = day("2015-06-07"),
            .facts = sample_facts(R"({"age":10,"died":"no"})")};
}

record::ScreeningRecord sample_screening(const std::string& case_reference, int version,
                                         const std::string& facts_digest) {
    return {
        .reference = "",
        .case_reference = case_reference,
        .criteria_id = "sample",
        .criteria_digest = sample_criteria().digest,
        .facts_version = version,
        .facts_digest = facts_digest,
        .program_version = "0.1.0",
        .blank_as_unknown = true,
        .results = {{"review", "undetermined", {"required", "none"}}, {"notice", "yes", {"yes"}}},
        .criteria = {"one", "two"},
        .missing = {"died"},
        .assumed = {},
        .decisive = {{{"review", {}}, {"notice", {"died=yes", "age=10"}}}},
        .screened_at = "",
        .screened_by = ""};
}

std::string record_one(casework::Store& store, const std::string& sender_reference) {
    const auto change = store.begin(act());
    change->keep_criteria(sample_criteria());
    const auto notification = change->add_notification(sample_notification());
    auto reference = change->add_case(sample_case(notification, sender_reference));
    change->commit();
    return reference;
}

namespace {

void record_review(casework::Store& store) {
    const auto change = store.begin(act("review.open"));
    const auto review = change->add_review({.reference = "",
                                            .kind = "full",
                                            .kind_label = "Full review",
                                            .pseudonym = "Child J",
                                            .cases = {"N-2026-0001/1", "N-2026-0001/2"},
                                            .criteria_digest = sample_criteria().digest,
                                            .reason = "wanted",
                                            .opened_on = day("2026-02-20"),
                                            .closed_on = {}});
    change->add_lesson({.reference = "",
                        .review = review,
                        .tier = "local",
                        .text = "share early",
                        .recorded_at = "",
                        .recorded_by = ""});
    change->close_review(review, day("2026-02-28"));
    change->keep_report({digest::sha256("# Report\n"), "markdown", "# Report\n"});
    const auto publication = change->add_publication({.reference = "",
                                                      .review = review,
                                                      .pseudonym = "Child J",
                                                      .title = "Report on Child J",
                                                      .report_digest = digest::sha256("# Report\n"),
                                                      .published_on = day("2025-03-01"),
                                                      .last_day = day("2026-02-28"),
                                                      .state = {},
                                                      .ended_on = {},
                                                      .end_reason = ""});
    change->end_publication(publication, record::PublicationState::ended, day("2026-03-01"),
                            "its year is over");
    change->commit();
}

}  // namespace

void record_life(casework::Store& store) {
    const auto first = record_one(store, "A1");
    {
        const auto change = store.begin(act());
        auto second = sample_case("N-2026-0001", "A1");
        second.child = "b";
        second.date_of_birth.reset();
        change->add_case(second);
        change->add_identity(first, {"child", "name", "Quentin Invented"});
        change->add_identity(first, {"parent", "name", "Zora Invented"});
        change->commit();
    }
    const auto change = store.begin(act("screen"));
    auto amended = sample_facts(R"({"age":10,"died":"yes"})");
    amended.reason = "the coroner wrote";
    const int version = change->add_facts(first, amended);
    const auto screening = change->add_screening(sample_screening(first, version, amended.digest));
    change->add_decision({.case_reference = first,
                          .determination = "review",
                          .meeting_on = day("2026-02-10"),
                          .recommended = "required",
                          .decided = "none",
                          .decided_on = day("2026-02-12"),
                          .reasons = "because",
                          .screening = screening,
                          .recorded_at = "",
                          .recorded_by = ""});
    change->add_deadline_stop({first, "tell", day("2026-02-11"), "letter 7"});
    change->add_adoption(
        {"sample", sample_criteria().digest, day("2026-02-01"), "minute 7", "", ""});
    change->add_weighing({.case_reference = first,
                          .criteria_digest = sample_criteria().digest,
                          .checklist = "learning",
                          .factor = "themes",
                          .answer = "no",
                          .reason = "nothing comes back",
                          .weighed_on = day("2026-02-10"),
                          .recorded_at = "",
                          .recorded_by = ""});
    change->commit();
    record_review(store);
}

namespace {

void run(sqlite3* handle, const std::string& sql) {
    char* error = nullptr;
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &error);
    if (code != SQLITE_OK) FAIL("tampering failed: " << (error ? error : "?") << " in " << sql);
}

std::string column_of(sqlite3* handle, const std::string& sql) {
    std::string all;
    sqlite3_exec(
        handle, sql.c_str(),
        [](void* into, int, char** values, char**) {
            *static_cast<std::string*>(into) += std::string(values[0]) + ";\n";
            return 0;
        },
        &all, nullptr);
    return all;
}

struct Handle {
    explicit Handle(const fs::path& file) {
        REQUIRE(sqlite3_open(file.c_str(), &raw) == SQLITE_OK);
    }
    ~Handle() { sqlite3_close(raw); }
    sqlite3* raw = nullptr;
};

}  // namespace

void tamper(const fs::path& file, const std::string& sql) {
    run(Handle(file).raw, sql);
}

void tamper_past_triggers(const fs::path& file, const std::string& sql) {
    const Handle handle(file);
    const auto triggers =
        column_of(handle.raw, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    run(handle.raw, column_of(handle.raw,
                              "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema"
                              " WHERE type = 'trigger'"));
    run(handle.raw, sql);
    run(handle.raw, triggers);
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

void write_bytes(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    chmod(file.c_str(), 0600);
}

bool found(const casework::AuditReport& report, const std::string& words) {
    for (const auto& finding : report.findings) {
        if (finding.problem.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace scr::store::test
