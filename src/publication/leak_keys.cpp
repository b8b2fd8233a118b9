#include "leak_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "leak_view.hpp"
#include "scr/record/civil_date.hpp"

namespace scr::publication {

namespace {

/// The shortest key that is found inside words, and the shortest word of a name that is looked for
/// by itself: below these, ordinary words would be found on every page.
constexpr std::size_t shortest_anywhere = 6;
constexpr std::size_t shortest_name_word = 4;

/// Words before a name, which name nobody.
constexpr auto titles = std::to_array<std::u32string_view>(
    {U"baby", U"doctor", U"miss", U"nurse", U"professor", U"reverend", U"sister"});

std::u32string searched(std::string_view value) {
    std::u32string text = view_of(value).text;
    while (!text.empty() && text.back() == U' ') text.pop_back();
    text.erase(0, std::min(text.find_first_not_of(U' '), text.size()));
    return text;
}

void add(std::vector<Key>& keys, std::u32string text, Boundary boundary) {
    if (std::ranges::none_of(text, is_word)) return;
    Key key{std::move(text), boundary};
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
}

void add_by_length(std::vector<Key>& keys, std::u32string text) {
    const Boundary boundary = text.size() >= shortest_anywhere ? Boundary::none : Boundary::word;
    add(keys, std::move(text), boundary);
}

/// The words of a name; an apostrophe stays inside its word.
std::vector<std::u32string> words_of(const std::u32string& name) {
    std::vector<std::u32string> words(1);
    for (const char32_t character : name) {
        if (is_word(character) || character == U'\'')
            words.back().push_back(character);
        else
            words.emplace_back();
    }
    std::erase_if(words, [](const auto& word) { return word.empty(); });
    return words;
}

void add_name_words(std::vector<Key>& keys, const std::u32string& name) {
    const auto words = words_of(name);
    if (words.size() < 2) return;
    for (const auto& word : words) {
        const bool title = std::ranges::find(titles, word) != titles.end();
        if (word.size() >= shortest_name_word && !title) add(keys, word, Boundary::word);
    }
}

/// A number without what only groups it, and with the grouping that is customary for its kind.
void add_number(std::vector<Key>& keys, std::string_view kind, const std::u32string& value) {
    std::u32string compact;
    std::ranges::copy_if(value, std::back_inserter(compact), is_word);
    add_by_length(keys, compact);
    const auto grouped = [&](std::u32string_view separator) {
        if (kind == "nhs_number" && compact.size() == 10) {
            add_by_length(keys, compact.substr(0, 3).append(separator) + compact.substr(3, 3) +
                                    std::u32string(separator) + compact.substr(6));
        }
        if (kind == "postcode" && compact.size() > 3) {
            const std::size_t outward = compact.size() - 3;
            add_by_length(keys,
                          compact.substr(0, outward).append(separator) + compact.substr(outward));
        }
    };
    grouped(U" ");
    grouped(U"-");
}

std::string_view ordinal_ending(unsigned day) {
    if (day % 10 == 1 && day != 11) return "st";
    if (day % 10 == 2 && day != 12) return "nd";
    if (day % 10 == 3 && day != 13) return "rd";
    return "th";
}

/// `3/2/2019`, `03.02.19`, `2019-02-03`, `03022019`.
std::set<std::string> forms_in_figures(int year, unsigned month, unsigned day) {
    std::set<std::string> forms{fmt::format("{:04}-{:02}-{:02}", year, month, day),
                                fmt::format("{:02}{:02}{:04}", day, month, year),
                                fmt::format("{:04}{:02}{:02}", year, month, day)};
    for (const char separator : {'/', '.', '-'}) {
        for (const auto& written_day : {fmt::format("{}", day), fmt::format("{:02}", day)}) {
            for (const auto& written_month :
                 {fmt::format("{}", month), fmt::format("{:02}", month)}) {
                for (const auto& written_year :
                     {fmt::format("{:04}", year), fmt::format("{:02}", year % 100)}) {
                    forms.insert(fmt::format("{1}{0}{2}{0}{3}", separator, written_day,
                                             written_month, written_year));
                }
            }
        }
    }
    return forms;
}

/// `3 February 2019`, `3rd of Feb 2019`, `February 3, 2019`.
std::set<std::string> forms_in_words(int year, unsigned month, unsigned day) {
    static constexpr std::array<std::string_view, 12> names{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const std::string_view name = names.at(month - 1);
    std::set<std::string> forms;
    for (const auto written_month : {name, name.substr(0, 3)}) {
        for (const auto& written_day : {fmt::format("{}", day), fmt::format("{:02}", day),
                                        fmt::format("{}{}", day, ordinal_ending(day))}) {
            forms.insert(fmt::format("{} {} {}", written_day, written_month, year));
            forms.insert(fmt::format("{} of {} {}", written_day, written_month, year));
            forms.insert(fmt::format("{} {}, {}", written_month, written_day, year));
            forms.insert(fmt::format("{} {} {}", written_month, written_day, year));
        }
    }
    return forms;
}

void add_date(std::vector<Key>& keys, record::CivilDate date) {
    const auto year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const auto day = static_cast<unsigned>(date.day());
    auto forms = forms_in_figures(year, month, day);
    forms.merge(forms_in_words(year, month, day));
    for (const auto& form : forms) add(keys, searched(form), Boundary::number);
}

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

std::vector<Key> keys_of(const record::Identity& identity) {
    std::vector<Key> keys;
    const std::u32string value = searched(identity.value);
    const auto date = record::parse_civil_date(identity.value);
    if (date && is_one_of(identity.kind, {"date_of_birth", "date_of_death"})) {
        add_date(keys, *date);
        return keys;
    }
    add_by_length(keys, value);
    if (is_one_of(identity.kind, {"name", "nickname"})) add_name_words(keys, value);
    if (is_one_of(identity.kind, {"postcode", "nhs_number", "telephone", "case_number"})) {
        add_number(keys, identity.kind, value);
    }
    return keys;
}

std::string label_of(const record::Identity& identity) {
    const std::string role = identity.role == "other" ? "other person" : identity.role;
    if (identity.kind == "nhs_number") return role + " NHS number";
    if (identity.kind == "gp") return role + " GP";
    if (identity.kind == "other") return role + " detail";
    std::string kind = identity.kind;
    std::ranges::replace(kind, '_', ' ');
    return role + " " + kind;
}

}  // namespace scr::publication
