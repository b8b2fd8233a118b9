#include "cli/damaged_drafts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/draft.hpp"
#include "cli/draft_file.hpp"

namespace scr::cli {
namespace {

/// By its name: what is in it says nothing any more.
bool is_draft_of(const std::filesystem::path& file, const std::string& command) {
    const auto stem = file.stem().string();
    if (file.extension() != ".draft" || !stem.starts_with(command + "-")) return false;
    const auto number = stem.substr(command.size() + 1);
    return !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
}

/// One that a later program wrote can be read by that one.
bool is_of_another_form(const std::string& text, const std::string& command) {
    return text.starts_with(fmt::format("scr {} draft ", command)) &&
           !text.starts_with(draft_head(command));
}

/// An empty one is being made by another interview, or lost nothing.
bool is_damaged(const std::string& text, const std::string& command) {
    return !text.empty() && !is_of_another_form(text, command) && !read_draft(text, command);
}

std::filesystem::path free_name_beside(const std::filesystem::path& file) {
    const auto wanted = file.string() + ".damaged";
    auto name = wanted;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(name, ignored); ++number)
        name = fmt::format("{}-{}", wanted, number);
    return name;
}

DamagedDraft put_aside(const std::filesystem::path& file) {
    auto kept = free_name_beside(file);
    std::error_code failed;
    std::filesystem::rename(file, kept, failed);
    return {file, failed ? file : std::move(kept), ""};
}

}  // namespace

std::vector<DamagedDraft> set_damaged_aside(const std::filesystem::path& folder,
                                            const std::string& command) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (is_draft_of(entry.path(), command)) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<DamagedDraft> damaged;
    for (const auto& path : files) {
        const DraftFile file(path);
        if (file.error() == EWOULDBLOCK || file.error() == ENOENT) continue;
        if (file.error() != 0) {
            damaged.push_back({path, path, std::strerror(file.error())});
        } else if (is_damaged(file.text(), command)) {
            damaged.push_back(put_aside(path));
        }
    }
    return damaged;
}

std::string in_words(const DamagedDraft& draft) {
    return fmt::format("the draft `{}` cannot be read{}, and its questions start afresh{}",
                       draft.file.string(), draft.why.empty() ? "" : ": " + draft.why,
                       draft.kept == draft.file
                           ? ""
                           : fmt::format("; it is kept as `{}`", draft.kept.filename().string()));
}

}  // namespace scr::cli
