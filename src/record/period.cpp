#include "scr/record/period.hpp"

#include <array>
#include <charconv>

#include "scr/record/working_days.hpp"
#include "scr/text/strings.hpp"

namespace scr::record {
namespace {

constexpr int longest_count = 1000;

/// The singular of each unit; the plural adds an s.
constexpr std::array<std::pair<Period::Unit, std::string_view>, 5> unit_words{{
    {Period::working_days, "working day"},
    {Period::days, "day"},
    {Period::weeks, "week"},
    {Period::months, "month"},
    {Period::years, "year"},
}};

std::string_view word_of(Period::Unit unit) {
    for (const auto& [known, word] : unit_words) {
        if (known == unit) return word;
    }
    return "";
}

std::optional<Period::Unit> parse_unit(std::string_view text) {
    if (text.ends_with('s')) text.remove_suffix(1);
    for (const auto& [unit, word] : unit_words) {
        if (text == word) return unit;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
    text = text::trim(text);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || text.front() == '0') return std::nullopt;
    int count = 0;
    const char* const end_of_count = text.data() + space;
    const auto [end, error] = std::from_chars(text.data(), end_of_count, count);
    if (error != std::errc{} || end != end_of_count) return std::nullopt;
    if (count < 1 || count > longest_count) return std::nullopt;
    const auto unit = parse_unit(text.substr(space + 1));
    return unit ? std::optional(Period{count, *unit}) : std::nullopt;
}

std::string to_text(Period period) {
    return text::counted(static_cast<std::size_t>(period.count), word_of(period.unit));
}

CivilDate plus(CivilDate from, Period period, const Calendar& calendar) {
    switch (period.unit) {
        case Period::working_days: return calendar.plus_working_days(from, period.count);
        case Period::days: return plus_days(from, period.count);
        case Period::weeks: return plus_days(from, period.count * 7);
        case Period::months: return plus_months(from, period.count);
        case Period::years: return plus_years(from, period.count);
    }
    return from;
}

}  // namespace scr::record
