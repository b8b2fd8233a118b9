#include "cli/question_text.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/criteria/interview.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {

void print_asked(Output& output, const std::string& ask, const std::vector<std::string>& lines) {
    constexpr std::size_t indent = 3;
    output.line();
    const std::size_t width = output.appearance().width;
    for (const auto& line : wrap(ask, width > 0 ? width : ask.size())) {
        output.line(line, Style::bold);
    }
    for (const auto& line : lines) print_paragraph(output, line, indent);
}

void print_question(Output& output, criteria::Interview& interview, std::size_t fact) {
    const auto& asked = interview.criteria().facts[fact];
    const auto words = interview.choices(fact);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        lines.push_back(fmt::format("{}) {}", criteria::choice_mark(i, words.size()), words[i]));
    }
    if (words.empty()) lines.push_back(asked.answers_in_words());
    print_asked(output, fmt::format("{}. {}", interview.asked() + 1, asked.ask), lines);
}

void print_question_note(Output& output, const criteria::Interview& interview, std::size_t fact) {
    output.line();
    for (const auto& line : criteria::question_note(interview.criteria(), fact)) {
        print_paragraph(output, line, 0);
    }
}

bool asks_for_note(const std::string& typed) {
    return text::trim(typed) == "?";
}

bool asks_to_go_back(const std::string& typed) {
    const auto word = text::to_lower(text::trim(typed));
    return word == "<" || word == "back";
}

}  // namespace scr::cli
