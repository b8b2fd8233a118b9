#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/show.hpp"
#include "cli/context.hpp"
#include "cli/explanation_text.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/screen.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

record::ScreeningRecord screening_named(casework::Store& store, const std::string& reference) {
    const auto child = reference.substr(0, reference.find('@'));
    for (auto& screening : store.screenings_of(child)) {
        if (screening.reference == reference) return std::move(screening);
    }
    casework::refuse_name(reference, "screening", "screenings");
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

Section criteria_of(const record::ScreeningRecord& screening, const criteria::Criteria& file) {
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
    for (const auto& criterion : file.criteria) {
        if (std::ranges::find(screening.criteria, criterion.id) == screening.criteria.end())
            continue;
        section.rows.push_back({criterion.id, criterion.text, file.citations_text(criterion.cite),
                                criterion.eye, std::string(to_text(criterion.force))});
    }
    return section;
}

Section questions_of(const std::string& key, const std::string& heading,
                     const std::vector<std::string>& facts, const criteria::Criteria& file) {
    Section section{key, heading, Section::Form::entries, {{"fact", "fact"}, {"ask", "question"}},
                    {},  ""};
    for (const auto& id : facts) {
        const auto at = file.fact_of(id);
        section.rows.push_back({id, at ? file.facts[*at].ask : ""});
    }
    return section;
}

/// The same from the facts and the text that the screening names; nothing where they do not give a
/// result any more.
std::optional<casework::CaseScreening> worked_out_again(casework::Store& store,
                                                        const record::ScreeningRecord& screening,
                                                        const casework::CriteriaPointer& criteria,
                                                        const criteria::Screener& screener) {
    auto child = store.case_of(screening.case_reference).value();
    for (auto& facts : store.facts_of(screening.case_reference)) {
        if (facts.number == screening.facts_version) child.facts = std::move(facts);
    }
    auto screened = casework::screen_case(
        child, criteria, screener,
        screening.blank_as_unknown ? criteria::Blanks::as_unknown : criteria::Blanks::take_default);
    auto* result = std::get_if<casework::CaseScreening>(&screened);
    if (result == nullptr) return std::nullopt;
    return std::move(*result);
}

/// The smallest set of answers that forces each outcome, as it was recorded.
/// `again` is the screening worked out anew, which knows what was silence.
Section receipt_of(const record::ScreeningRecord& screening,
                   const std::optional<casework::CaseScreening>& again) {
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
             again ? Cell(casework::facts_from_silence(decisive, *again)) : Cell()});
    }
    return section;
}

Section reasons_of(const criteria::Screener& screener,
                   const std::optional<casework::CaseScreening>& again) {
    Section section{"reasons",
                    "Why",
                    Section::Form::entries,
                    {{"determination", "question"}, {"reason", "reason"}},
                    {},
                    ""};
    if (!again) return section;
    const auto explanation = criteria::explain(screener, again->screening);
    const auto& file = screener.criteria();
    for (std::size_t i = 0; i < file.determinations.size(); ++i) {
        section.rows.push_back(
            {file.determinations[i].id,
             text::join(reason_in_words(file, again->screening, i, explanation.determinations[i]),
                        "\n")});
    }
    return section;
}

}  // namespace

void show_screening(Context& context, const std::string& reference) {
    auto& store = context.store_or_empty();
    const auto screening = screening_named(store, reference);
    const auto criteria =
        casework::kept_criteria(store, context.criteria_library(), screening.criteria_digest);
    const auto& file = criteria->criteria;
    const criteria::Screener screener(file);
    const auto again = worked_out_again(store, screening, criteria, screener);
    const auto newest = store.case_of(screening.case_reference).value().facts.number;
    const bool current = newest == screening.facts_version;

    Sheet("screening", reference)
        .field("reference", "", reference)
        .field("case", "case", screening.case_reference)
        .field("criteria_file", "criteria", file.id + ": " + file.title)
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
        .field("receipt", "", screening.decisive.has_value())
        .section(results_of(screening))
        .section(receipt_of(screening, again))
        .section(reasons_of(screener, again))
        .section(criteria_of(screening, file))
        .section(questions_of("missing", "Missing", screening.missing, file))
        .section(
            questions_of("assumed", "Taken from silence, and it matters", screening.assumed, file))
        .print(context);
}

}  // namespace scr::cli
