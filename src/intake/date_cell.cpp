#include "intake/date_cell.hpp"

#include <fmt/format.h>

#include <array>

#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

/// Three numbers with one separator between them, as people write dates.
struct Numbers {
    std::array<int, 3> value{};
    std::array<std::size_t, 3> digits{};
    char separator = ' ';
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<Numbers> three_numbers(std::string_view cell) {
    Numbers numbers;
    std::size_t at = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        if (part > 0) {
            if (at == cell.size() ||
                std::string_view("/.-").find(cell[at]) == std::string_view::npos)
                return {};
            if (part == 2 && cell[at] != numbers.separator) return {};
            numbers.separator = cell[at++];
        }
        for (; at < cell.size() && is_digit(cell[at]); ++at) {
            if (++numbers.digits[part] > 4) return {};
            numbers.value[part] = 10 * numbers.value[part] + (cell[at] - '0');
        }
        if (numbers.digits[part] == 0) return {};
    }
    if (at != cell.size()) return {};
    return numbers;
}

bool written_as_asked(const Numbers& numbers) {
    return numbers.separator == '-' && numbers.digits == std::array<std::size_t, 3>{4, 2, 2};
}

std::optional<record::CivilDate> date_of(int year, int month, int day) {
    return record::parse_civil_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

/// The days that `03/02/2026` may mean, the British one first.
std::vector<std::string> readings(const Numbers& numbers) {
    std::vector<std::string> texts;
    if (numbers.digits[2] != 4 || numbers.digits[0] > 2 || numbers.digits[1] > 2) return texts;
    const auto [first, second, year] = numbers.value;
    if (const auto date = date_of(year, second, first)) texts.push_back(record::to_text(*date));
    if (const auto date = date_of(year, first, second); date && first != second) {
        texts.push_back(record::to_text(*date));
    }
    return texts;
}

DateCell wrong_form(std::string_view name, std::string_view cell,
                    const std::optional<Numbers>& numbers, bool confidential) {
    DateCell result;
    result.problem = fmt::format("`{}` is not a date in the form `YYYY-MM-DD`", name);
    const auto days = numbers ? readings(*numbers) : std::vector<std::string>{};
    if (days.size() == 2) {
        result.note = confidential
                          ? "it may be read as day, month, year or as month, day, year"
                          : fmt::format("`{}` may be read as {} or as {}", cell, days[0], days[1]);
    }
    result.help = days.size() == 1 && !confidential ? fmt::format("write `{}`", days[0])
                                                    : "write the year, the month and the day, for "
                                                      "example `2026-02-03`";
    return result;
}

DateCell no_such_day(std::string_view name, int year) {
    if (year < 1600) {
        return {{}, fmt::format("`{}` lies before the year 1600", name), {}, "correct the year"};
    }
    return {{}, fmt::format("`{}` names a day that does not exist", name), {}, "correct the date"};
}

DateCell read_as_the_map_says(std::string_view name, std::string_view cell,
                              const record::DateForm& form) {
    if (const auto date = form.read(cell)) return {date, {}, {}, {}};
    if (const auto numbers = form.numbers(cell)) return no_such_day(name, numbers->year);
    using namespace std::chrono;
    const auto example = form.write(year{2026} / February / 3);
    return {{},
            fmt::format("`{}` is not a date in the form `{}`", name, form.text()),
            "the map gives the form",
            fmt::format("write it so, for example `{}`, or correct `date` in the map", example)};
}

}  // namespace

DateCell read_date(std::string_view name, std::string_view cell, bool confidential,
                   const record::DateForm* form) {
    cell = text::trim(cell);
    if (cell.empty()) return {};
    if (form != nullptr) return read_as_the_map_says(name, cell, *form);
    if (const auto date = record::parse_civil_date(cell)) return {date, {}, {}, {}};
    const auto numbers = three_numbers(cell);
    if (!numbers || !written_as_asked(*numbers))
        return wrong_form(name, cell, numbers, confidential);
    return no_such_day(name, numbers->value[0]);
}

}  // namespace scr::intake
