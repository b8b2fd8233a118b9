#include "criteria/written_cells.hpp"

#include <algorithm>

#include "scr/criteria/cell.hpp"

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

Code code_of(const Answer& answer, const FactCodes& codes) {
    switch (answer.state) {
        case Answer::State::blank: return codes.blank();
        case Answer::State::unknown: return codes.unknown();
        case Answer::State::given: break;
    }
    return codes.of(answer.value);
}

}  // namespace

CellCodes usual_cells(const Fact& fact, const FactCodes& codes) {
    std::vector<CellCodes::Entry> entries;
    for (std::string& text : spellings(fact)) {
        const CellResult read = read_cell(fact, text);
        if (read.problem.empty()) entries.push_back({std::move(text), code_of(read.answer, codes)});
    }
    return CellCodes(std::move(entries));
}

}  // namespace scr::criteria
