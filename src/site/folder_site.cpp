#include "scr/site/folder_site.hpp"

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "scr/failure.hpp"
#include "staging.hpp"

namespace scr::site {

namespace {

namespace fs = std::filesystem;

/// Makes the missing folders down to `path`, readable by all.
void make_folders(const fs::path& path) {
    std::error_code ignored;
    if (path.empty() || fs::is_directory(path, ignored)) return;
    make_folders(path.parent_path());
    if (::mkdir(path.c_str(), 0755) == 0) {
        if (::chmod(path.c_str(), 0755) != 0) fail("set the mode of", path);
    } else if (errno != EEXIST) {
        fail("create", path);
    }
}

[[noreturn]] void refuse_folder(const fs::path& folder, const std::string& reason) {
    throw Failure(FailureKind::not_allowed,
                  fmt::format("the site folder `{}` {}", folder.string(), reason), "",
                  "a site folder is replaced as a whole and may hold nothing else",
                  "move it elsewhere, or name an empty folder for the site in the configuration");
}

void check_names(const std::vector<casework::SiteFile>& files) {
    std::vector<std::string> names;
    for (const auto& file : files) {
        const bool twice = std::ranges::find(names, file.name) != names.end();
        if (twice || !is_site_name(file.name)) {
            throw Failure(FailureKind::bug, "a file of the site has a name that it may not have");
        }
        names.push_back(file.name);
    }
}

bool has_mode(int descriptor, mode_t mode) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && (status.st_mode & 07777U) == mode;
}

class FolderSite : public casework::Site {
 public:
    explicit FolderSite(fs::path folder) : folder_(std::move(folder)) {}

    fs::path folder() const override { return folder_; }

    std::optional<std::string> built_from() const override {
        const Descriptor parent(
            ::open(folder_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        return parent ? built_from_in(parent) : std::nullopt;
    }

    void check() const override {
        const Place place{
            Descriptor(::open(folder_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
            folder_};
        if (!place.parent) return;
        const Descriptor former = open_former(place);
        if (former) check_ours(former, built_from_in(place.parent).has_value());
    }

    bool replace(const std::vector<casework::SiteFile>& files,
                 const std::string& event_hash) override {
        check_names(files);
        const Place place = lock();
        const Descriptor former = open_former(place);
        const auto known = built_from_in(place.parent);
        if (former) check_ours(former, known.has_value());
        remove_leftovers(place);
        const bool same = former && agrees(former, files);
        const std::string staged = same ? "" : stage(place, files);
        // Before the swap: a site must never be newer than its mark. A mark that is newer than its
        // site is healed by the next run, which compares the bytes.
        if (known != event_hash) write_beside(place, mark_name(), event_hash + "\n");
        if (same) return false;
        swap_in(place, staged, static_cast<bool>(former));
        if (former) remove_staged(place, staged);
        return true;
    }

 private:
    std::string mark_name() const { return folder_.filename().string() + ".built-from"; }

    std::optional<std::string> built_from_in(const Descriptor& parent) const {
        auto mark = read_at(parent, mark_name());
        if (mark) mark->erase(std::min(mark->find('\n'), mark->size()));
        return mark;
    }

    /// The folder above, held so that no other run works beside this one.
    Place lock() const {
        make_folders(folder_.parent_path());
        Place place{
            Descriptor(::open(folder_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
            folder_};
        if (!place.parent) fail("open", folder_.parent_path());
        while (::flock(place.parent.get(), LOCK_EX) != 0) {
            if (errno != EINTR) fail("lock", folder_.parent_path());
        }
        return place;
    }

    /// The folder that is there; none for a new site.
    Descriptor open_former(const Place& place) const {
        Descriptor former = open_folder_at(place.parent, place.name());
        if (former || errno == ENOENT) return former;
        if (errno == ELOOP || errno == ENOTDIR) refuse_folder(folder_, "is a link or a file");
        fail("open", folder_);
    }

    /// A folder without a mark is ours only while it is empty: somebody's own pages may well be
    /// called `index.html`.
    void check_ours(const Descriptor& former, bool marked) const {
        for (const auto& name : names_in(former, folder_)) {
            struct stat status {};
            const bool file =
                ::fstatat(former.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                S_ISREG(status.st_mode);
            if (!file || !is_site_name(name)) {
                refuse_folder(folder_, fmt::format("holds `{}`, which is no page of a site", name));
            }
            if (!marked) refuse_folder(folder_, "holds pages that were not made by this program");
        }
    }

    bool agrees(const Descriptor& former, const std::vector<casework::SiteFile>& files) const {
        if (names_in(former, folder_).size() != files.size()) return false;
        return has_mode(former.get(), 0755) && std::ranges::all_of(files, [&](const auto& file) {
                   const Descriptor open(::openat(former.get(), file.name.c_str(),
                                                  O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
                   return open && has_mode(open.get(), 0644) &&
                          read_at(former, file.name) == file.bytes;
               });
    }

    fs::path folder_;
};

}  // namespace

std::unique_ptr<casework::Site> open_site(const fs::path& folder) {
    fs::path path;
    if (!folder.empty()) path = fs::absolute(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    if (!path.has_filename()) refuse_folder(folder, "is no folder that can be replaced");
    return std::make_unique<FolderSite>(path);
}

}  // namespace scr::site
