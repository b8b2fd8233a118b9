#include "cli/dates.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>

#include "scr/failure.hpp"

namespace scr::cli {
namespace {

/// Two numbers and a year with a mark between: a date that people read in two ways.
struct TwoReadings {
    int first = 0;
    int second = 0;
    int year = 0;
};

std::optional<TwoReadings> two_readings(std::string_view value) {
    TwoReadings result;
    int end = 0;
    char mark1 = 0;
    char mark2 = 0;
    const std::string text(value);
    const int read = std::sscanf(text.c_str(), "%2d%c%2d%c%4d%n", &result.first, &mark1,
                                 &result.second, &mark2, &result.year, &end);
    const bool marked = std::string_view("/.-").find(mark1) != std::string_view::npos;
    if (read != 5 || mark1 != mark2 || !marked || end != static_cast<int>(text.size())) return {};
    return result;
}

std::optional<record::CivilDate> reading(int year, int month, int day) {
    return record::parse_civil_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

[[noreturn]] void refuse(std::string_view option, std::string_view value, const std::string& note,
                         const std::string& help) {
    throw Failure(FailureKind::refused, fmt::format("`{}` is no date for `{}`", value, option), "",
                  note, help);
}

}  // namespace

record::CivilDate date_in_london(std::time_t instant) {
    // glibc knows its zone by the environment alone; nothing else here reads local time. The rule
    // is written out, since a name would silently mean UTC where the time-zone files are not
    // installed.
    static std::once_flag once;
    std::call_once(once, [] {
        setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0", 1);
        tzset();
    });
    std::tm local{};
    localtime_r(&instant, &local);
    return std::chrono::year(local.tm_year + 1900) /
           std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)) /
           std::chrono::day(static_cast<unsigned>(local.tm_mday));
}

std::string end_of_day_in_london(record::CivilDate day) {
    const auto next = record::plus_days(day, 1);
    const std::chrono::sys_seconds midnight = std::chrono::sys_days(next);
    const auto summer = midnight - std::chrono::hours(1);
    const auto end =
        date_in_london(std::chrono::system_clock::to_time_t(summer)) == next ? summer : midnight;
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(end)));
}

record::CivilDate parse_date_option(std::string_view option, std::string_view value,
                                    record::CivilDate today) {
    if (value == "today") return today;
    if (value == "yesterday") return record::plus_days(today, -1);
    if (const auto date = record::parse_civil_date(value)) return *date;

    if (const auto parts = two_readings(value)) {
        const auto day_first = reading(parts->year, parts->second, parts->first);
        const auto month_first = reading(parts->year, parts->first, parts->second);
        const std::string first = day_first ? record::to_text(*day_first) : "";
        const std::string second = month_first ? record::to_text(*month_first) : "";
        if (day_first && month_first && first != second) {
            refuse(option, value, fmt::format("it could be {} or {}", first, second),
                   fmt::format("write `{} {}` or `{} {}`", option, first, option, second));
        }
        if (day_first || month_first) {
            refuse(option, value, "dates are written YYYY-MM-DD",
                   fmt::format("write `{} {}`", option, day_first ? first : second));
        }
    }
    const bool right_shape = value.size() == 10 && value[4] == '-' && value[7] == '-' &&
                             value.find_first_not_of("0123456789-") == std::string_view::npos;
    refuse(option, value,
           right_shape ? "there is no such day from 1600 to 9999"
                       : "dates are written YYYY-MM-DD, today or yesterday",
           fmt::format("write `{} {}`", option, record::to_text(today)));
}

}  // namespace scr::cli
