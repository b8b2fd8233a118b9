#include "store/store_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "scr/failure.hpp"
#include "scr/store/database.hpp"

namespace scr::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& text, const fs::path& path, int error) {
    throw Failure(FailureKind::store, text, path.string(), std::strerror(error),
                  "check the permissions of the folder, or name another file with `--store`");
}

void create_private_folders(const fs::path& folder) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) return;
    // What is not there is to be made; anything else stands in the way.
    if (error && error != std::errc::no_such_file_or_directory) {
        fail("the folder of the store cannot be made", folder, error.value());
    }
    create_private_folders(folder.parent_path());
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        fail("the folder of the store cannot be made", folder, errno);
    }
}

}  // namespace

bool exists(const fs::path& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0;
}

void require_private_file(const fs::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        if (errno != ENOENT) fail("the store cannot be opened", path, errno);
        throw Failure(FailureKind::store, "there is no store", path.string(), "",
                      "make one with `scr store init`, or name another file with `--store`");
    }
    if (!S_ISREG(status.st_mode)) {
        throw Failure(FailureKind::store, "the store is not a regular file", path.string(), "",
                      "name another file with `--store`");
    }
    if ((status.st_mode & 077) != 0) {
        throw Failure(FailureKind::store, "the store is open to its group or to others",
                      path.string(), fmt::format("its mode is {:04o}", status.st_mode & 07777U),
                      fmt::format("chmod 600 {}", path.string()));
    }
}

void create_private_file(const fs::path& path) {
    create_private_folders(path.parent_path());
    const int file =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        if (errno == EEXIST) return;
        fail("the store cannot be made", path, errno);
    }
    close(file);
}

void remove_unfinished(const fs::path& path) {
    const auto prefix = path.filename().string() + std::string(making_suffix);
    std::error_code error;
    const fs::path folder = path.parent_path().empty() ? "." : path.parent_path();
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        const int maker = std::atoi(name.c_str() + prefix.size());
        const bool gone = maker > 0 && kill(maker, 0) != 0 && errno == ESRCH;
        // Another machine's process, on a shared folder, is not seen; none takes so long.
        const auto age = fs::file_time_type::clock::now() - fs::last_write_time(entry, error);
        if (gone && !error && age > std::chrono::hours(1)) fs::remove(entry.path(), error);
    }
}

void put_in_place(const fs::path& made, const fs::path& path) {
    const int failed = renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
    const int error = errno;
    if (failed == 0) return sync_folder(path.parent_path());
    unlink(made.c_str());
    if (error != EEXIST) fail("the store cannot be made", path, error);
}

void sync_folder(const fs::path& folder) {
    const fs::path name = folder.empty() ? "." : folder;
    const int handle = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) fail("the folder cannot be opened", name, errno);
    const int result = fsync(handle);
    const int error = errno;
    close(handle);
    if (result != 0) fail("the folder cannot be written", name, error);
}

}  // namespace scr::store
