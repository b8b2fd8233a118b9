#include "cli/draft_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace scr::cli {

DraftFile::DraftFile(const std::filesystem::path& file) {
    descriptor_ = ::open(file.c_str(), O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor_ < 0 || flock(descriptor_, LOCK_EX | LOCK_NB) != 0) error_ = errno;
}

DraftFile::~DraftFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::string DraftFile::text() const {
    std::string text;
    char block[16 * 1024];
    ssize_t size = 0;
    while (text.size() <= largest_draft && (size = ::pread(descriptor_, block, sizeof block,
                                                           static_cast<off_t>(text.size()))) > 0) {
        text.append(block, static_cast<std::size_t>(size));
    }
    return text;
}

int DraftFile::release() {
    return std::exchange(descriptor_, -1);
}

}  // namespace scr::cli
