#include "scr/criteria/answer_codes.hpp"

#include <fmt/format.h>

#include <utility>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t most_named = 12;

}  // namespace

AnswerCodes::AnswerCodes(std::vector<Code> codes) : codes_(std::move(codes)) {
    for (std::size_t i = 0; i < codes_.size(); ++i)
        by_lower_case_[text::to_lower(codes_[i].text)].push_back(i);
}

AnswerCodes::Found AnswerCodes::find(std::string_view cell) const {
    const auto found = by_lower_case_.find(text::to_lower(cell));
    if (found == by_lower_case_.end()) return {};
    const Answer& first = codes_[found->second.front()].answer;
    bool ambiguous = false;
    for (const std::size_t i : found->second) {
        if (codes_[i].text == cell) return {&codes_[i].answer, false};
        ambiguous = ambiguous || !(codes_[i].answer == first);
    }
    return {ambiguous ? nullptr : &first, ambiguous};
}

Answer AnswerCodes::blank() const {
    const Found found = find("");
    return found.answer != nullptr ? *found.answer : Answer::blank();
}

std::string AnswerCodes::in_words() const {
    std::vector<std::string> names;
    for (const Code& code : codes_) {
        if (names.size() == most_named) {
            names.push_back(fmt::format("{} more", codes_.size() - most_named));
            break;
        }
        names.push_back(code.text.empty() ? "a blank" : fmt::format("`{}`", code.text));
    }
    return text::join_in_words(names);
}

}  // namespace scr::criteria
