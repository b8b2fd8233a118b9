#include "cli/overwriting.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "cli/context.hpp"
#include "scr/failure.hpp"

namespace scr::cli {
namespace {

constexpr int most_links = 40;
constexpr std::string_view database_mark{"SQLite format 3\0", 16};

/// Where writing would end up, also for a file that is not there yet: a store may be made in the
/// same run.
std::filesystem::path place_of(std::filesystem::path path) {
    std::error_code unknown;
    for (int link = 0; link < most_links && std::filesystem::is_symlink(path, unknown); ++link)
        path = path.parent_path() / std::filesystem::read_symlink(path, unknown);
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path, unknown), unknown);
}

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code absent;
    return std::filesystem::equivalent(one, other, absent) || place_of(one) == place_of(other);
}

/// A terminal, a pipe or /dev/null may well be both: writing there destroys nothing.
bool is_behind(int descriptor, const std::string& file) {
    struct stat named {};
    struct stat open {};
    return ::stat(file.c_str(), &named) == 0 && S_ISREG(named.st_mode) &&
           ::fstat(descriptor, &open) == 0 && named.st_dev == open.st_dev &&
           named.st_ino == open.st_ino;
}

std::string standard_stream_of(const std::string& file) {
    if (is_behind(STDIN_FILENO, file)) return "standard input";
    if (is_behind(STDOUT_FILENO, file)) return "standard output";
    return is_behind(STDERR_FILENO, file) ? "standard error" : "";
}

/// Another store, or a backup of one.
bool is_database(const std::string& file) {
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(file, unknown)) return false;
    std::string head(database_mark.size(), '\0');
    std::ifstream(file, std::ios::binary)
        .read(head.data(), static_cast<std::streamsize>(head.size()));
    return head == database_mark;
}

void add_lasting(const Context& context, std::vector<KeptFile>& kept) {
    const auto& settings = context.settings();
    kept.push_back({settings.store.value, "the store"});
    // Not there for most of the time: but a file of that name would be taken for the store's.
    for (const char* suffix : {"-journal", "-wal", "-shm"})
        kept.push_back({settings.store.value + suffix, "a part of the store"});
    // A text that was compiled before bears the name of its first file.
    kept.push_back({settings.criteria.value, "the criteria file"});
    kept.push_back({settings.config_file, "the configuration"});
    kept.push_back({settings.calendar_file.value, "the calendar"});
}

/// What `file` is, where it must not be written; else blank.
std::string what_it_is(const std::string& file, const std::vector<KeptFile>& kept) {
    const auto found = std::ranges::find_if(kept, [&](const KeptFile& one) {
        return !one.path.empty() && is_same_file(one.path, file);
    });
    if (found != kept.end()) return found->what;
    const auto stream = standard_stream_of(file);
    return stream.empty() && is_database(file) ? "a database" : stream;
}

}  // namespace

void refuse_overwriting(const Context& context, const std::string& option, const std::string& file,
                        std::vector<KeptFile> kept) {
    add_lasting(context, kept);
    const auto what = what_it_is(file, kept);
    if (what.empty()) return;
    throw Failure(FailureKind::usage, fmt::format("`{}` is {}", file, what), "",
                  "what is written there would overwrite it",
                  fmt::format("name another file after {}", option));
}

void refuse_reading_output(const std::string& input) {
    const std::string file = input == "-" ? "/dev/stdin" : input;
    if (!is_behind(STDOUT_FILENO, file) && !is_behind(STDERR_FILENO, file)) return;
    throw Failure(
        FailureKind::usage,
        fmt::format("`{}` is the output as well", input == "-" ? "standard input" : input), "",
        "the run would read what it writes", "write to another file");
}

}  // namespace scr::cli
