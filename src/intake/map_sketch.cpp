#include "scr/intake/map_sketch.hpp"

#include <algorithm>

#include "intake/column_likeness.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

constexpr std::size_t most_codes = 40;          ///< more values than these are no codes
constexpr std::size_t most_unknown_codes = 12;  ///< of a column that nobody knows
constexpr std::size_t longest_unknown_code = 3;
constexpr std::size_t longest_number_code =
    3;  ///< a longer cell of a number may be a date of birth

/// Values that differ in letter case alone are one code, as a map has it: the one most often there.
std::vector<FoundValue> as_codes(const std::vector<FoundValue>& values) {
    std::map<std::string, FoundValue> codes;
    std::map<std::string, std::size_t> most;
    for (const FoundValue& value : values) {
        const std::string lower = text::to_lower(value.text);
        FoundValue& code = codes[lower];
        if (value.cells > most[lower]) code.text = value.text;
        most[lower] = std::max(most[lower], value.cells);
        code.cells += value.cells;
    }
    std::vector<FoundValue> sorted;
    for (auto& [lower, code] : codes) sorted.push_back(std::move(code));
    std::ranges::stable_sort(sorted, std::greater<>{}, &FoundValue::cells);
    return sorted;
}

/// What a whole answer of ours says needs no code; a short one does, for another's `1` may be a no.
std::optional<criteria::Answer> our_answer(const criteria::Fact& fact, const std::string& value) {
    static const criteria::AnswerCodes none({});
    const auto read = criteria::read_coded_cell(fact, none, value);
    return read.problem.empty() ? std::optional(read.answer) : std::nullopt;
}

void note_number(SketchedColumn& column, const criteria::Answer& answer) {
    if (answer.state != criteria::Answer::State::given) return;
    if (!column.numbers) column.numbers.emplace(answer.value, answer.value);
    column.numbers->first = std::min(column.numbers->first, answer.value);
    column.numbers->second = std::max(column.numbers->second, answer.value);
}

void add_codes(SketchedColumn& column, const SurveyedColumn& found) {
    const bool number = column.fact->type == criteria::FactType::integer;
    std::vector<FoundValue> others;
    for (const auto& [value, cells] : found.values) {
        const auto answer = our_answer(*column.fact, value);
        if (!answer)
            others.push_back({value, cells});
        else if (number)
            note_number(column, *answer);
    }
    column.codes = as_codes(others);
    const bool prose = std::ranges::any_of(column.codes, [&](const FoundValue& code) {
        return number && code.text.size() > longest_number_code;
    });
    column.no_codes = found.more_values || prose || column.codes.size() > most_codes;
    if (column.no_codes) column.codes.clear();
}

/// Forms that write the parts in the same order, such as `dd/mm/yyyy` and `d.m.yyyy`.
std::string order_of(const std::string& form) {
    std::string order;
    for (const char c : form) {
        const bool letter = c >= 'a' && c <= 'z';
        if (letter && order.find(c) == order.npos) order += c;
    }
    return order;
}

/// Days above 12 tell two orders apart. Where nearly as many cells fit another order, it may be
/// slips that do, and a person has to say.
FoundDates dates_in(const SurveyedColumn& found) {
    const auto& forms = common_date_forms();
    FoundDates dates;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (found.dated[i] <= dates.fitting) continue;
        dates.fitting = found.dated[i];
        dates.forms = {forms[i].text()};
    }
    if (dates.forms.empty()) return dates;
    std::vector<std::string> orders{order_of(dates.forms.front())};
    const bool all_fit = dates.fitting == found.filled;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::string order = order_of(forms[i].text());
        const bool rival =
            all_fit ? found.dated[i] == dates.fitting : 10 * found.dated[i] > 9 * dates.fitting;
        if (!rival || std::ranges::find(orders, order) != orders.end()) continue;
        orders.push_back(order);
        dates.forms.push_back(forms[i].text());
    }
    return dates;
}

UnknownColumn unknown_column(const SurveyedColumn& found) {
    UnknownColumn unknown{found.header, found.values.size(), found.more_values, {}};
    std::vector<FoundValue> values;
    for (const auto& [value, cells] : found.values) {
        if (value.size() > longest_unknown_code) return unknown;
        values.push_back({value, cells});
    }
    if (!found.more_values && values.size() <= most_unknown_codes) unknown.codes = as_codes(values);
    return unknown;
}

/// `a` and `2` are labels of a child; what is longer is a name more often than not.
bool may_hold_names(const SurveyedColumn& found) {
    constexpr std::size_t longest_label = 3;
    return found.more_values || std::ranges::any_of(found.values, [](const auto& value) {
               return value.first.size() > longest_label;
           });
}

SketchedColumn sketched_column(const SurveyedColumn& found, const LikelyColumn& likely,
                               const criteria::Criteria& criteria) {
    SketchedColumn column;
    column.name = likely.name;
    column.header = found.header;
    column.likeness = likely.likeness;
    column.filled = found.filled;
    column.may_be_names = likely.name == "child" && may_hold_names(found);
    if (const auto fact = criteria.fact_of(likely.name)) {
        column.fact = &criteria.facts[*fact];
        add_codes(column, found);
    }
    const auto& dates = criteria::date_columns();
    const bool date = std::ranges::find(dates, likely.name) != dates.end();
    if (date && found.filled > 0) column.dates = dates_in(found);
    return column;
}

}  // namespace

bool SketchedColumn::is_ours() const {
    const bool our_dates =
        !dates ||
        (!dates->forms.empty() && dates->forms.front() == "yyyy-mm-dd" && dates->forms.size() == 1);
    return text::to_lower(header) == name && codes.empty() && !in_doubt() && our_dates;
}

MapSketch sketch_map(const Survey& survey, const criteria::Criteria& criteria) {
    std::vector<std::string> headers;
    for (const SurveyedColumn& column : survey.columns) headers.push_back(column.header);
    const auto likely = likely_columns(headers, criteria);
    MapSketch sketch;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (likely[i])
            sketch.columns.push_back(sketched_column(survey.columns[i], *likely[i], criteria));
        else
            sketch.unknown.push_back(unknown_column(survey.columns[i]));
    }
    for (const criteria::Fact& fact : criteria.facts) {
        if (std::ranges::find(sketch.columns, fact.id, &SketchedColumn::name) ==
            sketch.columns.end())
            sketch.absent.push_back(&fact);
    }
    return sketch;
}

}  // namespace scr::intake
