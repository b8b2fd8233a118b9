#include "cli/commands/show_recorded.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

Section criteria_of(const record::ScreeningRecord& screening, const criteria::Criteria* file) {
    Section section{"criteria",
                    "Criteria that hold",
                    Section::Form::entries,
                    {{"criterion", "criterion"},
                     {"text", "text"},
                     {"citation", "source"},
                     {"eye", "look"},
                     {"force", ""}},
                    {},
                    "no criterion holds in every completion"};
    for (const auto& id : screening.criteria) {
        std::vector<Cell> row{id, "", "", "", ""};
        if (file != nullptr) {
            const auto found = std::ranges::find(file->criteria, id, &criteria::Criterion::id);
            if (found != file->criteria.end()) {
                row = {id, found->text, file->citations_text(found->cite), found->eye,
                       std::string(to_text(found->force))};
            }
        }
        section.rows.push_back(std::move(row));
    }
    return section;
}

Section questions_of(const std::string& key, const std::string& heading,
                     const std::vector<std::string>& facts, const criteria::Criteria* file) {
    Section section{key, heading, Section::Form::entries, {{"fact", "fact"}, {"ask", "question"}},
                    {},  ""};
    for (const auto& id : facts) {
        const auto at = file != nullptr ? file->fact_of(id) : std::nullopt;
        section.rows.push_back({id, at ? file->facts[*at].ask : ""});
    }
    return section;
}

}  // namespace

void add_recorded_fields(Sheet& sheet, const record::ScreeningRecord& screening,
                         const criteria::Criteria* file, int newest) {
    const bool current = newest == screening.facts_version;
    sheet.field("reference", "", screening.reference)
        .field("case", "case", screening.case_reference)
        .field("criteria_file", "criteria",
               file == nullptr ? screening.criteria_id : file->id + ": " + file->title)
        .field("criteria_digest", "text SHA-256", screening.criteria_digest)
        .field("facts_digest", "facts SHA-256", screening.facts_digest)
        .field("facts_version", "", static_cast<std::int64_t>(screening.facts_version))
        .field("facts_in_words", "facts",
               fmt::format("version {}{}", screening.facts_version,
                           current ? ", the newest" : fmt::format(" of {}", newest)))
        .field("current", "", current)
        .field("blank_as_unknown", "blanks",
               screening.blank_as_unknown ? Cell("read as unknown") : Cell())
        .field("screened_at", "screened at", screening.screened_at)
        .field("screened_by", "by", screening.screened_by)
        .field("program_version", "program", screening.program_version)
        .field("receipt", "", screening.decisive.has_value());
}

Section results_of(const record::ScreeningRecord& screening) {
    Section section{
        "results",
        "Outcomes",
        Section::Form::table,
        {{"determination", "question"}, {"outcome", "outcome"}, {"possible", "possible"}},
        {},
        ""};
    for (const auto& result : screening.results) {
        section.rows.push_back({result.determination, result.outcome, result.possible});
    }
    return section;
}

Section receipt_of(const record::ScreeningRecord& screening, const casework::CaseScreening* again) {
    Section section{"decisive",
                    "Receipt: the answers that decided",
                    Section::Form::table,
                    {{"determination", "question"},
                     {"answers", "answers"},
                     {"from_silence", "of them from silence"}},
                    {},
                    "recorded before they were kept"};
    if (!screening.decisive) return section;
    for (const auto& decisive : *screening.decisive) {
        section.rows.push_back(
            {decisive.determination, decisive.answers,
             again != nullptr ? Cell(casework::facts_from_silence(decisive, *again)) : Cell()});
    }
    return section;
}

std::vector<Section> recorded_lists(const record::ScreeningRecord& screening,
                                    const criteria::Criteria* file, bool for_people) {
    std::vector<Section> sections{
        criteria_of(screening, file), questions_of("missing", "Missing", screening.missing, file),
        questions_of("assumed", "Taken from silence, and it matters", screening.assumed, file)};
    if (for_people) return sections;
    for (auto& section : sections) section.heading.clear();
    return sections;
}

}  // namespace scr::cli
