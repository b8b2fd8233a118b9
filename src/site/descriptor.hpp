#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>

namespace scr::site {

/// Owns an open file or folder.
class Descriptor {
 public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    int get() const { return number_; }
    /// Gives up ownership: somebody else closes it.
    int release() { return std::exchange(number_, -1); }
    explicit operator bool() const { return number_ >= 0; }

 private:
    int number_;
};

/// Throws Failure store with errno's text: "cannot `action` `path`: …". Call it at once after the
/// call that failed.
[[noreturn]] void fail(const std::string& action, const std::filesystem::path& path);

/// `name` below the open folder `parent`, as a folder; a symbolic link is refused by the system.
Descriptor open_folder_at(const Descriptor& parent, const std::string& name);

}  // namespace scr::site
