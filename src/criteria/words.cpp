#include "criteria/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace scr::criteria {
namespace {

constexpr int longest_period = 1000;
constexpr std::array<std::string_view, 5> operator_words{"and", "or", "not", "in", "implies"};
constexpr std::array<std::string_view, 3> answer_words{"unknown", "yes", "no"};
constexpr std::array<std::string_view, 5> units{"working day", "day", "week", "month", "year"};

bool is_small_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_small_letter_or_digit(char c) {
    return is_small_letter(c) || (c >= '0' && c <= '9');
}

/// Every character a small letter, a digit or one of `others`.
bool consists_of_word(std::string_view text, std::string_view others) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return is_small_letter_or_digit(c) || others.find(c) != others.npos;
    });
}

template <class Words>
bool is_one_of(std::string_view text, const Words& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

bool is_identifier(std::string_view text) {
    return !text.empty() && is_small_letter(text.front()) && consists_of_word(text, "_");
}

bool is_file_id(std::string_view text) {
    return !text.empty() && is_small_letter(text.front()) && consists_of_word(text, "_-");
}

bool is_answer(std::string_view text) {
    return !text.empty() && is_small_letter_or_digit(text.front()) && consists_of_word(text, "_-");
}

bool is_operator_word(std::string_view text) {
    return is_one_of(text, operator_words);
}

bool is_reserved_word(std::string_view text) {
    return is_operator_word(text) || is_one_of(text, answer_words);
}

bool is_period(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == text.npos || text.front() == '0') return false;
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + space, count);
    if (error != std::errc{} || end != text.data() + space) return false;
    std::string_view unit = text.substr(space + 1);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    return count >= 1 && count <= longest_period && is_one_of(unit, units);
}

const std::vector<std::string>& deadline_starts() {
    static const std::vector<std::string> starts{
        "received_on", "became_aware_on",        "decided_on",
        "opened_on",   "planned_publication_on", "published_on"};
    return starts;
}

}  // namespace scr::criteria
