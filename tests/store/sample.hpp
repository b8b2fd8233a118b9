#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>

#include "scr/failure.hpp"
#include "scr/store/database.hpp"

namespace scr::store::test {

/// A folder of its own for one test, gone with it.
class TemporaryFolder {
 public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path file() const { return path_ / "scr.db"; }
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

record::CivilDate day(const char* text);

/// Options whose clock stands still and which do not wait for a lock.
OpenOptions options(const std::filesystem::path& file,
                    OpenOptions::Mode mode = OpenOptions::Mode::read_write);
std::unique_ptr<casework::Store> create(const std::filesystem::path& file);

record::Act act(const std::string& verb = "notify");
casework::CriteriaText sample_criteria();
record::Notification sample_notification();
record::Case sample_case(const std::string& notification, const std::string& sender_reference);
record::FactsVersion sample_facts(const std::string& json);
record::ScreeningRecord sample_screening(const std::string& case_reference, int version,
                                         const std::string& facts_digest);

/// Records a whole life: N-2026-0001 with two children, screened, decided, reviewed, published.
void record_life(casework::Store& store);
/// Records one notification with one child; returns the case.
std::string record_one(casework::Store& store, const std::string& sender_reference);

/// Runs SQL on the file as somebody with an editor would, not through this program.
void tamper(const std::filesystem::path& file, const std::string& sql);
/// The same with the triggers out of the way, put back afterwards.
void tamper_past_triggers(const std::filesystem::path& file, const std::string& sql);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

/// Whether a finding contains `words`.
bool found(const casework::AuditReport& report, const std::string& words);

/// The failure that `work` ends in; FailureKind::bug with the text `nothing failed` without one.
template <class Work>
Failure failure_of_work(Work&& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure;
    }
    return {FailureKind::bug, "nothing failed"};
}

}  // namespace scr::store::test
