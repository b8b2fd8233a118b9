#include "staging.hpp"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "scr/failure.hpp"

namespace scr::site {

namespace {

// A web server under another account must read them, whatever umask the program runs with.
constexpr mode_t file_mode = 0644;
constexpr mode_t folder_mode = 0755;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_new_file(const Descriptor& folder, const std::string& name, std::string_view bytes,
                    const std::filesystem::path& path) {
    const Descriptor file(::openat(folder.get(), name.c_str(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) fail("create", path);
    write_all(file, bytes, path);
    if (::fchmod(file.get(), file_mode) != 0) fail("set the mode of", path);
    if (::fsync(file.get()) != 0) fail("sync", path);
}

bool is_staging_name(const Place& place, const std::string& name) {
    const std::string prefix = place.staging_prefix();
    return name.size() > prefix.size() && name.starts_with(prefix) &&
           name.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
}

}  // namespace

bool is_site_name(const std::string& name) {
    const auto dot = name.find('.');
    if (dot == 0 || dot == std::string::npos) return false;
    const auto extension = std::string_view(name).substr(dot);
    return (extension == ".html" || extension == ".css") &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == dot;
}

std::vector<std::string> names_in(const Descriptor& folder, const std::filesystem::path& path) {
    // A descriptor of its own: fdopendir keeps the one it is given, and a shared one its position.
    Descriptor own = open_folder_at(folder, ".");
    if (!own) fail("read", path);
    const std::unique_ptr<DIR, CloseFolder> listing(::fdopendir(own.get()));
    if (!listing) fail("read", path);
    static_cast<void>(own.release());
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* const entry = ::readdir(listing.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..") names.push_back(name);
        errno = 0;
    }
    if (errno != 0) fail("read", path);
    std::ranges::sort(names);
    return names;
}

std::optional<std::string> read_at(const Descriptor& folder, const std::string& name) {
    // O_NONBLOCK: a pipe put in the file's place must not hold the program up.
    const Descriptor file(
        ::openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {};
        if (got == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
    }
}

std::string stage(const Place& place, const std::vector<casework::SiteFile>& files) {
    const std::string name = place.staging_prefix() + std::to_string(::getpid());
    const auto path = place.folder.parent_path() / name;
    if (::mkdirat(place.parent.get(), name.c_str(), 0700) != 0) fail("create", path);
    const Descriptor folder = open_folder_at(place.parent, name);
    if (!folder) fail("open", path);
    for (const auto& file : files) write_new_file(folder, file.name, file.bytes, path / file.name);
    if (::fchmod(folder.get(), folder_mode) != 0) fail("set the mode of", path);
    if (::fsync(folder.get()) != 0) fail("sync", path);
    return name;
}

void swap_in(const Place& place, const std::string& staged, bool exchange) {
    const int parent = place.parent.get();
    const unsigned how = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(parent, staged.c_str(), parent, place.name().c_str(), how) != 0) {
        fail("put the new site in the place of", place.folder);
    }
    if (::fsync(parent) != 0) fail("sync", place.folder.parent_path());
}

void remove_staged(const Place& place, const std::string& name) {
    const auto path = place.folder.parent_path() / name;
    {
        const Descriptor folder = open_folder_at(place.parent, name);
        if (!folder) fail("open", path);
        for (const auto& file : names_in(folder, path)) {
            // Another's file stays, and with it the folder: rmdir says so below.
            if (is_site_name(file)) ::unlinkat(folder.get(), file.c_str(), 0);
        }
    }
    if (::unlinkat(place.parent.get(), name.c_str(), AT_REMOVEDIR) != 0) fail("remove", path);
}

void remove_leftovers(const Place& place) {
    for (const auto& name : names_in(place.parent, place.folder.parent_path())) {
        if (is_staging_name(place, name)) remove_staged(place, name);
    }
}

void write_beside(const Place& place, const std::string& name, const std::string& content) {
    const std::string temporary = place.staging_prefix() + "note";
    const auto path = place.folder.parent_path() / name;
    const int parent = place.parent.get();
    if (::unlinkat(parent, temporary.c_str(), 0) != 0 && errno != ENOENT) fail("write", path);
    write_new_file(place.parent, temporary, content, path);
    if (::renameat(parent, temporary.c_str(), parent, name.c_str()) != 0) fail("write", path);
    if (::fsync(parent) != 0) fail("sync", place.folder.parent_path());
}

}  // namespace scr::site
