#include "criteria/written_cells.hpp"

#include <algorithm>
#include <set>

#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::int64_t most_integers = 300;

std::string in_capitals(std::string text, std::size_t count) {
    for (std::size_t i = 0; i < std::min(count, text.size()); ++i) {
        if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 'a' + 'A');
    }
    return text;
}

std::vector<std::string> spellings(const Fact& fact) {
    std::vector<std::string> words{"unknown"};
    words.insert(words.end(), fact.choices.begin(), fact.choices.end());
    if (fact.type == FactType::yes_no) words.insert(words.end(), {"y", "n", "true", "false"});
    std::vector<std::string> written{""};
    for (const std::string& word : words) {
        for (const std::size_t capitals : {std::size_t{0}, std::size_t{1}, word.size()})
            written.push_back(in_capitals(word, capitals));
    }
    if (fact.type == FactType::yes_no) written.insert(written.end(), {"1", "0"});
    if (fact.type == FactType::integer) {
        const std::int64_t last = std::min(fact.most, fact.least + most_integers);
        for (std::int64_t i = fact.least; i <= last; ++i) written.push_back(std::to_string(i));
    }
    return written;
}

/// What JSON writes with an escape cannot be compared byte for byte, and is left to the reader that
/// knows escapes.
bool is_written_plainly(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        const bool control = static_cast<unsigned char>(c) < 0x20;
        return control || c == '"' || c == '\\';
    });
}

}  // namespace

Code code_of(const Answer& answer, const FactCodes& codes) {
    switch (answer.state) {
        case Answer::State::blank: return codes.blank();
        case Answer::State::unknown: return codes.unknown();
        case Answer::State::given: break;
    }
    return codes.of(answer.value);
}

CellCodes usual_cells(const Fact& fact, const FactCodes& codes) {
    std::vector<CellCodes::Entry> entries;
    for (std::string& text : spellings(fact)) {
        const CellResult read = read_cell(fact, text);
        if (read.problem.empty()) entries.push_back({std::move(text), code_of(read.answer, codes)});
    }
    return CellCodes(std::move(entries));
}

CellCodes coded_cells(const Fact& fact, const FactCodes& codes, const AnswerCodes& written) {
    std::set<std::string> texts;
    for (const AnswerCodes::Code& code : written.codes()) {
        if (!is_written_plainly(code.text)) continue;
        const std::string lower = text::to_lower(code.text);
        texts.insert({code.text, lower, in_capitals(lower, lower.size())});
    }
    for (std::string& text : spellings(fact)) texts.insert(std::move(text));
    std::vector<CellCodes::Entry> entries;
    for (const std::string& text : texts) {
        const CellResult read = read_coded_cell(fact, written, text);
        if (read.problem.empty()) entries.push_back({text, code_of(read.answer, codes)});
    }
    return CellCodes(std::move(entries));
}

}  // namespace scr::criteria
