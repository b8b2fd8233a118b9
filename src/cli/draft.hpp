#pragma once

#include <ctime>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "scr/casework/notify_interview.hpp"

namespace scr::cli {

/// What a draft holds: the options of the command line that began the interview, and what was
/// typed since, in that order.
struct DraftContent {
    std::map<std::string, std::string> options;  ///< `--ref` and its value
    std::vector<casework::InterviewEntry> entries;
};

/// The line that says what this is, with its end.
std::string draft_head(const std::string& command);
/// One line an option or entry, `NAME=VALUE`, below a line that says what this is.
std::string draft_line(const std::string& name, const std::string& value);
/// Nothing for another kind of file than a draft of the command, and for one with a line that is
/// neither. A last line without its end was cut short: it is no answer.
std::optional<DraftContent> read_draft(const std::string& text, const std::string& command);

/// The answers of an interview that is not finished, in a file of its own, so that nothing that was
/// answered is lost, however the program ends: each answer is appended when it is given. The file
/// is its owner's alone (0600), its name says nothing of the case, and while an interview writes it
/// no other takes it up.
class Draft {
 public:
    /// The command's drafts in the folder that no interview is writing, newest first.
    static std::vector<std::unique_ptr<Draft>> waiting(const std::filesystem::path& folder,
                                                       const std::string& command = "notify");

    /// A new one. The file is made with its first entry.
    Draft(std::filesystem::path folder, std::map<std::string, std::string> options,
          std::string command = "notify");
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const DraftContent& content() const { return content_; }
    std::time_t written() const { return written_; }
    /// Throws Failure (store) when it cannot be written.
    void add(const casework::InterviewEntry&);
    /// Keeps only the first `count` entries.
    void cut(std::size_t count);
    /// Removes the file.
    void remove();
    bool is_kept() const { return descriptor_ >= 0; }

 private:
    explicit Draft(std::string command) : command_(std::move(command)) {}
    static std::unique_ptr<Draft> open(const std::filesystem::path& file,
                                       const std::string& command);
    void create();
    void write(const std::string& text);

    std::string command_;  ///< that asks: another's drafts are not its own
    std::filesystem::path folder_;
    std::filesystem::path file_;
    DraftContent content_;
    std::time_t written_ = 0;
    long nanoseconds_ = 0;  ///< of the second of written_: drafts follow one another quickly
    int descriptor_ = -1;   ///< holds the lock
};

}  // namespace scr::cli
