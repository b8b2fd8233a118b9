#include "scr/casework/decided_otherwise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/kept_criteria.hpp"
#include "scr/casework/standing.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

using record::DeterminationResult;
using record::ScreeningRecord;

std::string outcome_of(const DeterminationResult& result) {
    if (result.possible.size() == 1) return result.outcome;
    return fmt::format("{} ({})", result.outcome, text::join(result.possible, " or "));
}

std::vector<std::string> changes_between(const ScreeningRecord& before,
                                         const ScreeningRecord& after) {
    std::vector<std::string> changes;
    for (const auto& result : before.results) {
        const auto now = std::ranges::find(after.results, result.determination,
                                           &DeterminationResult::determination);
        if (now == after.results.end() || *now == result) continue;
        changes.push_back(fmt::format("{} {} instead of {}", result.determination, outcome_of(*now),
                                      outcome_of(result)));
    }
    return changes;
}

/// The newest facts under the text and the reading of blanks of `before`; nothing where they are
/// refused.
std::optional<ScreeningRecord> screened_as(Store& store, CriteriaLibrary& library,
                                           Screeners& screeners, const record::Case& child,
                                           const ScreeningRecord& before) {
    const auto criteria = kept_criteria(store, library, before.criteria_digest);
    auto screened = screen_case(
        child, criteria, screeners.of(criteria),
        before.blank_as_unknown ? criteria::Blanks::as_unknown : criteria::Blanks::take_default);
    auto* result = std::get_if<CaseScreening>(&screened);
    if (result == nullptr) return std::nullopt;
    return std::move(result->record);
}

}  // namespace

std::string DecidedOtherwise::in_words() const {
    return fmt::format("decided on {}: version {} of the facts gives {}", screening, facts_version,
                       text::join(changes, "; "));
}

std::optional<DecidedOtherwise> decided_otherwise(Store& store, CriteriaLibrary& library,
                                                  Screeners& screeners, const record::Case& child) {
    const auto screenings = store.screenings_of(child.reference);
    const auto decision = leading_decision(store, child.reference, screenings);
    if (!decision) return std::nullopt;
    const auto& before =
        *std::ranges::find(screenings, decision->screening, &ScreeningRecord::reference);
    if (before.facts_version == child.facts.number) return std::nullopt;

    const bool screened = screenings.back().facts_version == child.facts.number;
    const auto after = screened ? std::optional(screenings.back())
                                : screened_as(store, library, screeners, child, before);
    if (!after) return std::nullopt;
    auto changes = changes_between(before, *after);
    if (changes.empty()) return std::nullopt;
    return DecidedOtherwise{
        before.reference, child.facts.number, std::move(changes),
        screened ? decide_command(child.reference) : fmt::format("scr screen {}", child.reference)};
}

}  // namespace scr::casework
