#include "cli/draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>

#include "cli/draft_file.hpp"
#include "scr/failure.hpp"

namespace scr::cli {
namespace {

constexpr int most_drafts = 1000;

std::string escaped(const std::string& value) {
    std::string text;
    for (const char c : value) {
        if (c == '\\') text += "\\\\";
        if (c == '\n') text += "\\n";
        if (c != '\\' && c != '\n') text += c;
    }
    return text;
}

std::string unescaped(std::string_view text) {
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        if (escape) ++i;
        value += escape && text[i] == 'n' ? '\n' : text[i];
    }
    return value;
}

}  // namespace

std::string draft_head(const std::string& command) {
    return fmt::format("scr {} draft 1\n", command);
}

std::string draft_line(const std::string& name, const std::string& value) {
    return fmt::format("{}={}\n", name, escaped(value));
}

std::optional<DraftContent> read_draft(const std::string& text, const std::string& command) {
    const auto head = draft_head(command);
    if (!text.starts_with(head) || text.size() > largest_draft) return std::nullopt;
    DraftContent content;
    std::string_view rest = std::string_view(text).substr(head.size());
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string name(line.substr(0, equals));
        const auto value = unescaped(line.substr(equals + 1));
        if (name.starts_with("--")) {
            content.options[name] = value;
        } else {
            content.entries.push_back({name, value});
        }
    }
    return content;
}

std::unique_ptr<Draft> Draft::open(const std::filesystem::path& path, const std::string& command) {
    DraftFile file(path);
    if (file.error() != 0) return nullptr;
    const auto text = file.text();
    auto content = read_draft(text, command);
    if (!content || content->entries.empty()) return nullptr;
    std::unique_ptr<Draft> draft(new Draft(command));
    draft->file_ = path;
    draft->descriptor_ = file.release();
    struct stat status {};
    if (fstat(draft->descriptor_, &status) != 0) return nullptr;
    // What comes next must not join a line that was cut short.
    const auto whole = text.rfind('\n') + 1;
    if (whole < text.size() && ftruncate(draft->descriptor_, static_cast<off_t>(whole)) != 0) {
        return nullptr;
    }
    draft->content_ = std::move(*content);
    draft->written_ = status.st_mtim.tv_sec;
    draft->nanoseconds_ = status.st_mtim.tv_nsec;
    return draft;
}

std::vector<std::unique_ptr<Draft>> Draft::waiting(const std::filesystem::path& folder,
                                                   const std::string& command) {
    std::vector<std::unique_ptr<Draft>> drafts;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().extension() != ".draft") continue;
        if (auto draft = open(entry.path(), command)) drafts.push_back(std::move(draft));
    }
    std::ranges::sort(drafts, [](const auto& a, const auto& b) {
        return std::tuple(b->written_, b->nanoseconds_) < std::tuple(a->written_, a->nanoseconds_);
    });
    return drafts;
}

Draft::Draft(std::filesystem::path folder, std::map<std::string, std::string> options,
             std::string command)
    : command_(std::move(command)), folder_(std::move(folder)), content_{std::move(options), {}} {}

Draft::~Draft() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Draft::create() {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    for (int number = 1; number <= most_drafts && descriptor_ < 0; ++number) {
        file_ = folder_ / fmt::format("{}-{}.draft", command_, number);
        descriptor_ = ::open(file_.c_str(), O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (descriptor_ < 0 && errno != EEXIST) break;
    }
    if (descriptor_ < 0) {
        throw Failure(FailureKind::store, fmt::format("no draft can be kept in `{}`: {}",
                                                      folder_.string(), std::strerror(errno)));
    }
    flock(descriptor_, LOCK_EX | LOCK_NB);
    std::string text = draft_head(command_);
    for (const auto& [name, value] : content_.options) text += draft_line(name, value);
    write(text);
}

/// In one piece, so that a reader finds a whole line or none.
void Draft::write(const std::string& text) {
    if (::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size())) return;
    throw Failure(FailureKind::store, fmt::format("the draft `{}` cannot be written: {}",
                                                  file_.string(), std::strerror(errno)));
}

void Draft::add(const casework::InterviewEntry& entry) {
    if (descriptor_ < 0) create();
    write(draft_line(entry.name, entry.value));
    content_.entries.push_back(entry);
}

void Draft::cut(std::size_t count) {
    if (count >= content_.entries.size()) return;
    content_.entries.resize(count);
    std::string text = draft_head(command_);
    for (const auto& [name, value] : content_.options) text += draft_line(name, value);
    for (const auto& [name, value] : content_.entries) text += draft_line(name, value);
    if (ftruncate(descriptor_, 0) == 0) write(text);
}

void Draft::remove() {
    if (descriptor_ < 0) return;
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace scr::cli
