#include "intake/cells.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "intake/date_cell.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

using casework::IncomingRecord;
using casework::RejectedRecord;
using Kind = Column::Kind;

constexpr std::size_t longest_reference = 64;

std::optional<RejectedRecord> put_fact(const Columns& columns, const Column& column,
                                       std::string_view cell, IncomingRecord& record) {
    const criteria::Fact& fact = columns.criteria().facts[column.fact];
    const criteria::AnswerCodes* const codes = column.codes();
    auto read = codes != nullptr ? criteria::read_coded_cell(fact, *codes, cell)
                                 : criteria::read_cell(fact, cell);
    record.answers[column.fact] = read.answer;
    if (read.problem.empty()) return {};
    if (read.help.empty()) read.help = criteria::how_to_answer(fact);
    return refusal(column.header, std::move(read.problem), std::move(read.note),
                   std::move(read.help));
}

std::optional<RejectedRecord> put_date(const Column& column, std::string_view cell,
                                       IncomingRecord& record) {
    const bool birth = column.kind == Kind::date_of_birth;
    auto read = read_date(column.name, cell, birth, column.date_form());
    (birth ? record.date_of_birth : record.dates.*column.date) = read.date;
    if (read.problem.empty()) return {};
    return refusal(column.header, std::move(read.problem), std::move(read.note),
                   std::move(read.help));
}

}  // namespace

void name_as_in_file(const Columns& columns, RejectedRecord& rejected) {
    if (const Column* const own = columns.own(rejected.field)) rejected.field = own->header;
}

RejectedRecord refusal(std::string_view field, std::string problem, std::string note,
                       std::string help) {
    RejectedRecord rejected;
    rejected.field = shown(field);
    rejected.problem = std::move(problem);
    rejected.note = std::move(note);
    rejected.help = std::move(help);
    return rejected;
}

IncomingRecord& blank_record(ReadResult& result, const Columns& columns, std::size_t line) {
    auto* record = std::get_if<IncomingRecord>(&result);
    if (record == nullptr) record = &result.emplace<IncomingRecord>();
    record->line = line;
    for (std::string* text : {&record->ref, &record->agency, &record->child, &record->incident,
                              &record->area, &record->summary}) {
        text->clear();
    }
    record->dates = {};
    record->date_of_birth.reset();
    record->answers = columns.silent_answers();
    record->attributions.clear();
    record->kept.resize(columns.kept_count());
    for (casework::KeptCell& cell : record->kept) {
        cell.text.clear();
        cell.form = casework::KeptForm::absent;
    }
    return *record;
}

std::optional<RejectedRecord> put_cell(const Columns& columns, const Column& column,
                                       std::string_view cell, IncomingRecord& record) {
    switch (column.kind) {
        case Kind::passed_over: break;
        case Kind::text: record.*column.text = text::trim(cell); break;
        case Kind::fact: return put_fact(columns, column, cell, record);
        case Kind::date:
        case Kind::date_of_birth: return put_date(column, cell, record);
    }
    return {};
}

std::optional<RejectedRecord> check_dates(const IncomingRecord& record) {
    if (!record.date_of_birth) return {};
    const std::array<std::pair<const char*, const std::optional<record::CivilDate>*>, 3> later{{
        {"died_on", &record.dates.died_on},
        {"harmed_on", &record.dates.harmed_on},
        {"incident_on", &record.dates.incident_on},
    }};
    for (const auto& [name, date] : later) {
        if (!*date || **date >= *record.date_of_birth) continue;
        return refusal(name, fmt::format("`{}` lies before `date_of_birth`", name), "",
                       "correct one of the two dates");
    }
    return {};
}

std::string reference_for_refusal(std::string_view ref) {
    ref = text::trim(ref);
    if (ref.size() > longest_reference || text::first_invalid_utf8(ref)) return {};
    return text::visible(ref) == ref ? std::string(ref) : std::string{};
}

}  // namespace scr::intake
