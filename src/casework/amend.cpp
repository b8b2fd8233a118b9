#include "scr/casework/amend.hpp"

#include <fmt/format.h>

#include "casework/ages.hpp"
#include "casework/record_checks.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/facts_json.hpp"
#include "scr/failure.hpp"

namespace scr::casework {
namespace {

std::optional<record::CivilDate>& date_in(record::CaseDates& dates, const std::string& column) {
    if (column == "received_on") return dates.received_on;
    if (column == "incident_on") return dates.incident_on;
    if (column == "died_on") return dates.died_on;
    if (column == "harmed_on") return dates.harmed_on;
    if (column == "became_aware_on") return dates.became_aware_on;
    throw Failure(FailureKind::bug, fmt::format("`{}` is no date of a case", column));
}

/// The case as a record that came in anew, with the changes made.
IncomingRecord amended(const record::Case& child, const StoredFacts& facts,
                       const Amendment& amendment) {
    IncomingRecord record;
    record.ref = child.reference;
    record.dates = child.facts.dates;
    record.date_of_birth = child.date_of_birth;
    record.answers = facts.answers;
    record.attributions = facts.attributions;
    forget_computed(record);
    for (const auto& [column, date] : amendment.dates) date_in(record.dates, column) = date;
    for (const auto& [fact, answer] : amendment.answers) {
        record.answers[fact] = answer;
        record.attributions.erase(fact);
        if (amendment.attribution != Attribution{}) {
            record.attributions[fact] = amendment.attribution;
        }
    }
    return record;
}

void compare(const criteria::Criteria& criteria, const record::Case& child,
             const StoredFacts& before, const IncomingRecord& after, const Amendment& amendment,
             AmendResult& result) {
    static const Attribution nobody;
    const auto attribution = [](const auto& attributions, std::size_t fact) {
        const auto found = attributions.find(fact);
        return found == attributions.end() ? nobody : found->second;
    };
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (before.answers[i] == after.answers[i] &&
            attribution(before.attributions, i) == attribution(after.attributions, i)) {
            continue;
        }
        const bool named = amendment.answers.contains(i);
        (named ? result.changed : result.computed).push_back(criteria.facts[i].id);
    }
    auto dates = child.facts.dates;
    for (const auto& [column, date] : amendment.dates) {
        if (date_in(dates, column) != date) result.changed.push_back(column);
    }
}

/// A misfit stays unless the amendment answers it: it must not become a blank.
std::optional<RejectedRecord> check_misfits(const criteria::Criteria& criteria,
                                            const StoredFacts& facts, const Amendment& amendment,
                                            const IncomingRecord& record) {
    for (const std::size_t fact : facts.misfits) {
        if (amendment.answers.contains(fact)) continue;
        const auto& id = criteria.facts[fact].id;
        return rejection(record, id,
                         fmt::format("the answer to `{}` is none that {} knows", id, criteria.id),
                         "", fmt::format("answer it as well: {}=VALUE", id));
    }
    return std::nullopt;
}

std::optional<RejectedRecord> check(const CriteriaPointer& criteria,
                                    const criteria::Screener& screener, const StoredFacts& before,
                                    const Amendment& amendment, IncomingRecord& record,
                                    record::CivilDate today, bool planned) {
    if (auto problem = check_misfits(criteria->criteria, before, amendment, record)) return problem;
    auto examined = examine(screener, record);
    if (auto* rejected = std::get_if<RejectedRecord>(&examined)) return std::move(*rejected);
    if (auto problem = check_grounds(criteria->criteria, record, record.ref)) return problem;
    return planned ? std::nullopt : check_dates(record, today);
}

}  // namespace

AmendResult amend(Batch& batch, const CriteriaPointer& criteria, const criteria::Screener& screener,
                  const std::string& case_reference, const Amendment& amendment,
                  record::CivilDate today, bool planned) {
    // Begun before the look, so that no version comes between look and write and is dropped.
    auto& change = batch.change();
    const auto child = batch.store().case_of(case_reference).value();
    AmendResult result;
    result.version = child.facts.number;
    const auto before = facts_from_json(criteria->criteria, child.facts.facts_json);
    auto record = amended(child, before, amendment);
    result.refusal = check(criteria, screener, before, amendment, record, today, planned);
    if (result.refusal) return result;
    compare(criteria->criteria, child, before, record, amendment, result);

    record::FactsVersion version;
    version.facts_json =
        facts_to_json(criteria->criteria, {record.answers, record.attributions, before.others, {}});
    version.dates = record.dates;
    version.digest = facts_digest(version.facts_json, version.dates);
    version.reason = amendment.reason;
    if (result.changed.empty() && result.computed.empty()) return result;
    result.version = change.add_facts(child.reference, version);
    return result;
}

}  // namespace scr::casework
