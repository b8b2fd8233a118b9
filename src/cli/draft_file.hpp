#pragma once

#include <filesystem>
#include <string>

namespace scr::cli {

/// A draft that is larger is none: no interview has so many answers.
inline constexpr std::size_t largest_draft = 1024 * 1024;

/// A file of the folder of drafts, opened for this process alone for as long as it is held.
class DraftFile {
 public:
    DraftFile() = default;
    /// Opens one that is there, or says by error() why not: `EWOULDBLOCK` where another process
    /// has it.
    explicit DraftFile(const std::filesystem::path& file);
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    /// An `errno`, or zero.
    int error() const { return error_; }
    /// Its text, to just above largest_draft.
    std::string text() const;
    /// The descriptor, which is not closed any more.
    int release();

 private:
    int descriptor_ = -1;
    int error_ = 0;
};

}  // namespace scr::cli
