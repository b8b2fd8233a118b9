#include "scr/record/civil_date.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace scr::record {
namespace {

using namespace std::chrono;

constexpr int first_year = 1600;
constexpr int last_year = 9999;
constexpr sys_days first_day{year{first_year} / January / 1};
constexpr sys_days last_day{year{last_year} / December / 31};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The number that the digits of `text` write, or nothing when one of them is no digit.
std::optional<int> digits(std::string_view text) {
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    int number = 0;
    for (const char c : text) number = number * 10 + (c - '0');
    return number;
}

}  // namespace

std::optional<CivilDate> parse_civil_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    return civil_date(*y, *m, *d);
}

std::optional<CivilDate> civil_date(int y, int m, int d) {
    if (y < first_year) return std::nullopt;
    const CivilDate date = year{y} / month{static_cast<unsigned>(m)} / d;
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_text(CivilDate date) {
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_long_text(CivilDate date) {
    static constexpr std::array<std::string_view, 12> months{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()));
}

CivilDate plus_days(CivilDate date, int days_later) {
    return std::clamp(sys_days(date) + days{days_later}, first_day, last_day);
}

CivilDate plus_months(CivilDate date, int months_later) {
    const std::int64_t index = std::int64_t{static_cast<int>(date.year())} * 12 +
                               static_cast<unsigned>(date.month()) - 1 + months_later;
    if (index < std::int64_t{first_year} * 12) return first_day;
    if (index >= (std::int64_t{last_year} + 1) * 12) return last_day;
    const year_month month_reached =
        year{static_cast<int>(index / 12)} / month{static_cast<unsigned>(index % 12 + 1)};
    // year_month_day would keep 30 February as a date that is not ok(); snap before it is used.
    const day last = (month_reached / std::chrono::last).day();
    return month_reached / std::min(date.day(), last);
}

CivilDate plus_years(CivilDate date, int years_later) {
    constexpr int every_year = last_year - first_year + 1;  // more than this saturates anyway
    return plus_months(date, std::clamp(years_later, -every_year, every_year) * 12);
}

int days_between(CivilDate from, CivilDate to) {
    return static_cast<int>((sys_days(to) - sys_days(from)).count());
}

std::optional<int> age_in_years(CivilDate birth, CivilDate on) {
    if (on < birth) return std::nullopt;
    const bool birthday_to_come = on.month() / on.day() < birth.month() / birth.day();
    return static_cast<int>((on.year() - birth.year()).count()) - (birthday_to_come ? 1 : 0);
}

}  // namespace scr::record
