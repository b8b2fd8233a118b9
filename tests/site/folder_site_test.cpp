#include "scr/site/folder_site.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>

#include "scr/failure.hpp"
#include "site/staging.hpp"

namespace fs = std::filesystem;
using scr::casework::SiteFile;
using scr::site::open_site;

namespace {

/// A folder of its own for each test, removed at the end.
class Scratch {
 public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "scr-site-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(path_); }
    fs::path operator/(const std::string& name) const { return path_ / name; }
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& content) {
    std::ofstream(path) << content;
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        files[entry.path().filename().string()] = content_of(entry.path());
    }
    return files;
}

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

scr::FailureKind kind_of_failure(const std::function<void()>& act) {
    try {
        act();
    } catch (const scr::Failure& failure) {
        return failure.kind();
    }
    FAIL("nothing was refused");
    return scr::FailureKind::bug;
}

/// Runs `act` in a child; its wait status.
int in_child(const std::function<void()>& act) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::alarm(20);
        act();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

const std::vector<SiteFile> first{{"index.html", "one"}, {"style.css", "css"}};
const std::vector<SiteFile> second{{"index.html", "two"}, {"p-2026-0001.html", "page"}};

}  // namespace

TEST_CASE("a new site is made with the folders above it and then replaced as a whole") {
    const Scratch scratch;
    const auto folder = scratch / "public" / "reviews";
    const auto site = open_site(folder);
    CHECK(site->folder() == folder);
    CHECK_FALSE(site->built_from());
    CHECK_FALSE(fs::exists(folder));
    CHECK(site->replace(first, "aa"));
    CHECK(files_in(folder) ==
          std::map<std::string, std::string>{{"index.html", "one"}, {"style.css", "css"}});
    CHECK(site->built_from() == "aa");
    CHECK(site->replace(second, "bb"));
    CHECK(files_in(folder) ==
          std::map<std::string, std::string>{{"index.html", "two"}, {"p-2026-0001.html", "page"}});
    CHECK(open_site(folder.string() + "/")->built_from() == "bb");
    CHECK(std::distance(fs::directory_iterator(scratch / "public"), {}) == 2);
    CHECK(content_of(scratch / "public/reviews.built-from") == "bb\n");
}

TEST_CASE("published files can be read by all under any umask") {
    const Scratch scratch;
    const mode_t before = ::umask(077);
    open_site(scratch / "a/b/site")->replace(first, "aa");
    ::umask(before);
    CHECK(mode_of(scratch / "a") == 0755);
    CHECK(mode_of(scratch / "a/b") == 0755);
    CHECK(mode_of(scratch / "a/b/site") == 0755);
    CHECK(mode_of(scratch / "a/b/site/index.html") == 0644);
    CHECK(mode_of(scratch / "a/b/site.built-from") == 0644);
}

TEST_CASE("a site that already agrees is left alone") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    site->replace(first, "aa");
    struct stat before {};
    ::stat((scratch / "site").c_str(), &before);
    CHECK_FALSE(site->replace(first, "aa"));
    CHECK_FALSE(site->replace({first[1], first[0]}, "bb"));
    struct stat after {};
    ::stat((scratch / "site").c_str(), &after);
    CHECK(before.st_ino == after.st_ino);
    CHECK(site->built_from() == "bb");
    site->check();
}

TEST_CASE("a changed byte or mode or a missing file is healed") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    site->replace(first, "aa");
    put(scratch / "site/index.html", "changed");
    CHECK(site->replace(first, "aa"));
    fs::permissions(scratch / "site/index.html", fs::perms::owner_read);
    CHECK(site->replace(first, "aa"));
    fs::permissions(scratch / "site", fs::perms::owner_all);
    CHECK(site->replace(first, "aa"));
    fs::remove(scratch / "site/style.css");
    CHECK(site->replace(first, "aa"));
    put(scratch / "site/p-2020-0001.html", "old");
    CHECK(site->replace(first, "aa"));
    CHECK(files_in(scratch / "site").size() == 2);
    CHECK(mode_of(scratch / "site/index.html") == 0644);
    CHECK_FALSE(site->replace(first, "aa"));
}

TEST_CASE("a folder that holds something else is never replaced") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    site->replace(first, "aa");
    SUBCASE("a foreign file") {
        put(scratch / "site/notes.txt", "mine");
    }
    SUBCASE("a hidden file") {
        put(scratch / "site/.html", "mine");
    }
    SUBCASE("a folder") {
        fs::create_directory(scratch / "site/images.html");
    }
    SUBCASE("a link") {
        fs::create_symlink("/etc/passwd", scratch / "site/a.html");
    }
    CHECK(kind_of_failure([&] { site->replace(second, "bb"); }) == scr::FailureKind::not_allowed);
    CHECK(kind_of_failure([&] { site->check(); }) == scr::FailureKind::not_allowed);
    CHECK(content_of(scratch / "site/index.html") == "one");
    CHECK(site->built_from() == "aa");
}

TEST_CASE("pages of somebody else are never replaced but an empty folder is") {
    const Scratch scratch;
    fs::create_directory(scratch / "site");
    put(scratch / "site/index.html", "somebody's");
    const auto site = open_site(scratch / "site");
    CHECK(kind_of_failure([&] { site->replace(first, "aa"); }) == scr::FailureKind::not_allowed);
    CHECK(kind_of_failure([&] { site->check(); }) == scr::FailureKind::not_allowed);
    CHECK(content_of(scratch / "site/index.html") == "somebody's");
    fs::remove(scratch / "site/index.html");
    CHECK(site->replace(first, "aa"));
}

TEST_CASE("a link or a file in the place of the folder is refused") {
    const Scratch scratch;
    fs::create_directory(scratch / "other");
    SUBCASE("a link") {
        fs::create_directory_symlink(scratch / "other", scratch / "site");
    }
    SUBCASE("a dead link") {
        fs::create_symlink(scratch / "nowhere", scratch / "site");
    }
    SUBCASE("a file") {
        put(scratch / "site", "text");
    }
    const auto site = open_site(scratch / "site");
    CHECK(kind_of_failure([&] { site->replace(first, "aa"); }) == scr::FailureKind::not_allowed);
    CHECK(kind_of_failure([&] { site->check(); }) == scr::FailureKind::not_allowed);
    CHECK(fs::is_empty(scratch / "other"));
    CHECK(fs::symlink_status(scratch / "site").type() != fs::file_type::directory);
}

TEST_CASE("the root is no site folder") {
    CHECK(kind_of_failure([] { open_site("/"); }) == scr::FailureKind::not_allowed);
    CHECK(kind_of_failure([] { open_site(""); }) == scr::FailureKind::not_allowed);
}

TEST_CASE("a name that could leave the folder is a fault") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    for (const char* name : {"", "a", ".html", "../a.html", "a/b.html", "A.html", "a.js",
                             "a.html.html", "a b.html", "a.html/", "ä.html"}) {
        CAPTURE(name);
        CHECK(kind_of_failure([&] {
                  site->replace({{name, "x"}}, "aa");
              }) == scr::FailureKind::bug);
    }
    CHECK(kind_of_failure([&] {
              site->replace({first[0], first[0]}, "aa");
          }) == scr::FailureKind::bug);
    CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE(
    "a run that dies before the swap leaves the former site whole and its remains are removed") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    site->replace(first, "aa");
    SUBCASE("killed while it writes") {
        const int status = in_child([&] {
            const rlimit small{1000, 1000};
            ::setrlimit(RLIMIT_FSIZE, &small);
            site->replace({{"index.html", "two"}, {"p-2026-0001.html", std::string(2000, 'x')}},
                          "bb");
        });
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == SIGXFSZ);
    }
    SUBCASE("gone after staging") {
        const int status = in_child([&] {
            const scr::site::Place place{
                scr::site::Descriptor(::open(scratch.path().c_str(), O_RDONLY | O_DIRECTORY)),
                scratch / "site"};
            scr::site::stage(place, second);
        });
        CHECK(status == 0);
    }
    CHECK(content_of(scratch / "site/index.html") == "one");
    CHECK(site->built_from() == "aa");
    const auto count = [&] { return std::distance(fs::directory_iterator(scratch.path()), {}); };
    CHECK(count() == 3);
    CHECK_FALSE(site->replace(first, "aa"));
    CHECK(count() == 2);
    CHECK(site->replace(second, "bb"));
    CHECK(count() == 2);
}

TEST_CASE("killed at any moment the folder holds one whole site") {
    const Scratch scratch;
    const auto version = [](int number) {
        std::vector<SiteFile> files;
        for (int i = 0; i < 20; ++i)
            files.push_back({"p-" + std::to_string(i) + ".html", std::to_string(number)});
        return files;
    };
    const auto site = open_site(scratch / "site");
    site->replace(version(0), "0");
    for (int round = 0; round < 40; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (int number = 1;; ++number) site->replace(version(number), std::to_string(number));
        }
        ::usleep(static_cast<useconds_t>(500 + round * 250));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto files = files_in(scratch / "site");
        REQUIRE(files.size() == 20);
        CHECK(std::ranges::all_of(
            files, [&](const auto& file) { return file.second == files.begin()->second; }));
    }
    site->replace(version(-1), "end");
    CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 2);
}

TEST_CASE("a folder that was left by a dead run but holds another's file is not emptied silently") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    fs::create_directory(scratch / ".site.staging-12");
    put(scratch / ".site.staging-12/letter.txt", "mine");
    fs::create_directory(scratch / ".site.staging-x");
    CHECK(kind_of_failure([&] { site->replace(first, "aa"); }) == scr::FailureKind::store);
    CHECK(content_of(scratch / ".site.staging-12/letter.txt") == "mine");
    fs::remove_all(scratch / ".site.staging-12");
    CHECK(site->replace(first, "aa"));
    CHECK(fs::exists(scratch / ".site.staging-x"));
}

TEST_CASE("a link put in place of a page is not read through") {
    const Scratch scratch;
    const auto site = open_site(scratch / "site");
    site->replace(first, "aa");
    put(scratch / "target", "bb");
    fs::remove(scratch / "site.built-from");
    fs::create_symlink(scratch / "target", scratch / "site.built-from");
    CHECK_FALSE(site->built_from());
}

TEST_CASE("what the system will not do is told with its reason") {
    const Scratch scratch;
    put(scratch / "file", "text");
    try {
        open_site(scratch / "file/site")->replace(first, "aa");
        FAIL("it was done");
    } catch (const scr::Failure& failure) {
        CHECK(failure.kind() == scr::FailureKind::store);
        CHECK(std::string(failure.what()).find("not a directory") != std::string::npos);
    }
}
