#include "scr/record/date_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::record {
namespace {

constexpr std::string_view separators = "/-. ";
constexpr std::string_view without_separator = "yyyymmdd";

/// The letters from `at` on that are the same.
std::string_view letters_at(std::string_view text, std::size_t at) {
    const std::size_t end = at < text.size() ? text.find_first_not_of(text[at], at) : at;
    return text.substr(at, end == text.npos ? end : end - at);
}

}  // namespace

/// Without digits where the letters are none of a part.
DateForm::Part DateForm::part(std::string_view letters) {
    if (letters == "yyyy") return {&Numbers::year, 4, 4};
    if (letters.empty() || letters.size() > 2) return {};
    if (letters.front() == 'm') return {&Numbers::month, letters.size(), 2};
    if (letters.front() == 'd') return {&Numbers::day, letters.size(), 2};
    return {};
}

std::optional<DateForm> DateForm::parse(std::string_view text) {
    DateForm form;
    form.text_ = text::to_lower(text::trim(text));
    const std::string_view letters = form.text_;
    form.separated_ = letters != without_separator;
    std::size_t at = 0;
    for (std::size_t i = 0; i < form.parts_.size(); ++i) {
        if (i > 0 && form.separated_) {
            if (at >= letters.size() || separators.find(letters[at]) == separators.npos) return {};
            if (i > 1 && letters[at] != form.separator_) return {};
            form.separator_ = letters[at++];
        }
        const std::string_view same = letters_at(letters, at);
        form.parts_.at(i) = part(same);
        if (form.parts_.at(i).most == 0) return {};
        for (std::size_t other = 0; other < i; ++other) {
            if (form.parts_.at(other).number == form.parts_.at(i).number) return {};
        }
        at += same.size();
    }
    if (at != letters.size()) return {};
    return form;
}

std::optional<DateForm::Numbers> DateForm::numbers(std::string_view text) const {
    Numbers numbers;
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part& part = parts_[i];
        if (i > 0 && separated_ && (at == text.size() || text[at++] != separator_)) return {};
        std::size_t digits = 0;
        int& number = numbers.*part.number;
        for (; digits < part.most && at < text.size(); ++digits, ++at) {
            if (text[at] < '0' || text[at] > '9') break;
            number = 10 * number + (text[at] - '0');
        }
        if (digits < part.least) return {};
    }
    if (at != text.size()) return {};
    return numbers;
}

std::optional<CivilDate> DateForm::read(std::string_view text) const {
    const auto found = numbers(text);
    if (!found) return {};
    return civil_date(found->year, found->month, found->day);
}

std::string DateForm::write(CivilDate date) const {
    const Numbers numbers{static_cast<int>(date.year()),
                          static_cast<int>(static_cast<unsigned>(date.month())),
                          static_cast<int>(static_cast<unsigned>(date.day()))};
    std::string text;
    for (const Part& part : parts_) {
        if (!text.empty() && separated_) text += separator_;
        text += fmt::format("{:0{}}", numbers.*part.number, part.least);
    }
    return text;
}

}  // namespace scr::record
