#include "scr/casework/screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "casework/record_checks.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/kept_criteria.hpp"
#include "scr/criteria/explanation.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

template <class Items, class Positions>
std::vector<std::string> ids_at(const Items& items, const Positions& positions) {
    std::vector<std::string> ids;
    ids.reserve(positions.size());
    for (const std::size_t i : positions) ids.push_back(items[i].id);
    return ids;
}

record::DeterminationResult result_of(const criteria::Determination& determination,
                                      const criteria::Finding& finding) {
    record::DeterminationResult result;
    result.determination = determination.id;
    result.possible = ids_at(determination.outcomes, finding.possible);
    result.outcome = finding.determined() ? result.possible.front() : "undetermined";
    return result;
}

std::vector<record::Decisive> decisive_answers(const criteria::Criteria& criteria,
                                               const criteria::Screening& screening,
                                               const criteria::ForcingSets& forcing) {
    std::vector<record::Decisive> result;
    for (std::size_t i = 0; i < forcing.size(); ++i) {
        record::Decisive decisive{criteria.determinations[i].id, {}};
        for (const std::size_t fact : forcing[i]) {
            const auto& answer = screening.reading.answers[fact];
            decisive.answers.push_back(fmt::format("{}={}", criteria.facts[fact].id,
                                                   criteria.facts[fact].text_of(answer.value)));
        }
        result.push_back(std::move(decisive));
    }
    return result;
}

}  // namespace

const criteria::Screener& Screeners::of(const CriteriaPointer& criteria) {
    auto found = compiled_.find(criteria->digest);
    if (found == compiled_.end()) {
        found = compiled_
                    .emplace(criteria->digest,
                             Compiled{criteria, criteria::Screener(criteria->criteria)})
                    .first;
    }
    return found->second.screener;
}

std::vector<record::DeterminationResult> results_of(const criteria::Criteria& criteria,
                                                    const criteria::Screening& screening) {
    std::vector<record::DeterminationResult> results;
    for (std::size_t i = 0; i < screening.findings.size(); ++i) {
        results.push_back(result_of(criteria.determinations[i], screening.findings[i]));
    }
    return results;
}

record::ScreeningRecord to_record(const LoadedCriteria& loaded, const criteria::Screener& screener,
                                  const criteria::Screening& screening, criteria::Blanks blanks) {
    return to_record(loaded, screening, criteria::forcing_answers(screener, screening), blanks);
}

record::ScreeningRecord to_record(const LoadedCriteria& loaded,
                                  const criteria::Screening& screening,
                                  const criteria::ForcingSets& forcing, criteria::Blanks blanks) {
    const auto& criteria = loaded.criteria;
    record::ScreeningRecord result;
    result.criteria_id = criteria.id;
    result.criteria_digest = loaded.digest;
    result.blank_as_unknown = blanks == criteria::Blanks::as_unknown;
    result.results = results_of(criteria, screening);
    result.criteria = ids_at(criteria.criteria, screening.criteria);
    result.missing = ids_at(criteria.facts, screening.missing);
    result.assumed = ids_at(criteria.facts, screening.assumed);
    result.decisive = decisive_answers(criteria, screening, forcing);
    return result;
}

std::vector<std::string> facts_from_silence(const record::Decisive& decisive,
                                            const CaseScreening& screening) {
    std::vector<std::string> facts;
    const auto silent =
        ids_at(screening.criteria->criteria.facts, screening.screening.reading.from_silence);
    for (const auto& answer : decisive.answers) {
        auto fact = answer.substr(0, answer.find('='));
        if (std::ranges::find(silent, fact) != silent.end()) facts.push_back(std::move(fact));
    }
    return facts;
}

std::variant<CaseCriteria, ChoiceRefusal> criteria_for(Store& store, CriteriaLibrary& library,
                                                       const CriteriaPointer& named,
                                                       const record::Case& child,
                                                       std::optional<record::CivilDate> day) {
    if (named && !day) return CaseCriteria{named, ""};
    const auto line = named ? named : kept_criteria(store, library, child.criteria_digest);
    auto choice = choose_for_case(child.facts.dates, line->criteria, library.heads(), day);
    if (auto* refusal = std::get_if<ChoiceRefusal>(&choice)) return std::move(*refusal);
    auto& [id, own, warning] = std::get<CriteriaChoice>(choice);
    return CaseCriteria{own ? line : library.rules_of(id), std::move(warning)};
}

std::optional<record::ScreeningRecord> ScreeningLog::newest(const std::string& case_reference) {
    auto& change = batch_.change();
    forget_committed();
    if (added_.contains(case_reference)) return std::nullopt;
    return change.newest_screening(case_reference);
}

void ScreeningLog::add(CaseScreening& screening) {
    add(screening, newest(screening.record.case_reference));
}

void ScreeningLog::add(CaseScreening& screening, std::optional<record::ScreeningRecord> newest) {
    auto& record = screening.record;
    record.program_version = program_version_;
    forget_committed();
    if (const auto seen = added_.find(record.case_reference); seen != added_.end()) {
        record.reference = seen->second;
        screening.already = true;
        return;
    }
    // Standing, clocks and decisions read the newest: an older one that is the same is no answer.
    if (newest && newest->facts_version == record.facts_version &&
        newest->criteria_digest == record.criteria_digest &&
        newest->blank_as_unknown == record.blank_as_unknown) {
        record = std::move(*newest);
        screening.already = true;
        return;
    }
    batch_.keep(*screening.criteria);
    record.reference = batch_.change().add_screening(record);
    added_.emplace(record.case_reference, record.reference);
}

void ScreeningLog::forget_committed() {
    if (commits_seen_ != batch_.commits()) added_.clear();
    commits_seen_ = batch_.commits();
}

std::string ScreeningLog::add_new(const LoadedCriteria& criteria, const std::string& case_reference,
                                  const std::string& facts_digest,
                                  const CommonScreening& screening) {
    batch_.keep(criteria);
    return batch_.change().add_first_screening(case_reference, facts_digest, screening);
}

}  // namespace scr::casework
