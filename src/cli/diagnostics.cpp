#include "cli/diagnostics.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"

namespace scr::cli {
namespace {

std::string block(std::string_view label, const std::string& text, const std::string& where,
                  const std::string& note, const std::string& help) {
    std::string result = fmt::format("{}: {}\n", label, text);
    if (!where.empty()) result += fmt::format("  --> {}\n", where);
    if (!note.empty()) result += fmt::format("   = note: {}\n", note);
    if (!help.empty()) result += fmt::format("help: {}\n", help);
    return result;
}

void print_line(Output& output, std::string_view line) {
    struct Label {
        std::string_view word;
        Style style;
    };
    static constexpr Label labels[] = {
        {"error:", Style::red}, {"warning:", Style::yellow}, {"help:", Style::green}};
    for (const auto& [word, style] : labels) {
        if (!line.starts_with(word)) continue;
        output.put(word, style).put(line.substr(word.size())).end();
        return;
    }
    output.line(line);
}

}  // namespace

std::string render(const Failure& failure) {
    std::string text = failure.what();
    if (text.starts_with("error:")) return text.ends_with('\n') ? text : text + '\n';
    return block("error", text, failure.where(), failure.note(), failure.help());
}

std::string render_warning(const std::string& text, const std::string& note,
                           const std::string& help) {
    return block("warning", text, "", note, help);
}

void print_block(Output& output, const std::string& block) {
    std::string_view rest = block;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        print_line(output, rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
}

int exit_status(const Failure& failure) {
    return static_cast<int>(failure.kind());
}

Failure unforeseen(const char* what) {
    return Failure(FailureKind::bug, fmt::format("a fault in scr: {}", what), "",
                   "the record is as it was before this command, or as after it; nothing between",
                   "scr audit verify");
}

}  // namespace scr::cli
