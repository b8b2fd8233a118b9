#include <fmt/format.h>

#include "scr/casework/examination.hpp"
#include "scr/casework/examine.hpp"
#include "scr/casework/screen.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

/// A misfit is never read as a blank: silence has an answer of its own.
RejectedRecord unknown_answers(const record::Case& child, const criteria::Criteria& criteria,
                               const StoredFacts& facts) {
    RejectedRecord rejected;
    rejected.ref = child.reference;
    rejected.field = criteria.facts[facts.misfits.front()].id;
    std::vector<std::string> names;
    for (const std::size_t i : facts.misfits)
        names.push_back(fmt::format("`{}`", criteria.facts[i].id));
    rejected.problem = fmt::format("{} has an answer to {} that {} does not know", child.reference,
                                   text::join_in_words(names), criteria.id);
    rejected.help =
        fmt::format("scr notify amend {} {}=VALUE --reason TEXT", child.reference, rejected.field);
    return rejected;
}

/// The newest facts of a case as a record that comes in.
IncomingRecord record_of(const CaseScreening& screening) {
    const record::Case& child = screening.child;
    IncomingRecord record;
    record.ref = child.reference;
    record.dates = child.facts.dates;
    record.date_of_birth = child.date_of_birth;
    record.answers = screening.facts.answers;
    record.attributions = screening.facts.attributions;
    return record;
}

/// `examine` is given the record and fills in what it comes to, or refuses it.
template <class Examine>
std::variant<CaseScreening, RejectedRecord> screen_facts(const record::Case& child,
                                                         const CriteriaPointer& criteria,
                                                         const Examine& examine) {
    CaseScreening result;
    result.child = child;
    result.criteria = criteria;
    result.facts = facts_from_json(criteria->criteria, child.facts.facts_json);
    if (!result.facts.misfits.empty())
        return unknown_answers(child, criteria->criteria, result.facts);
    IncomingRecord record = record_of(result);
    if (std::optional<RejectedRecord> rejected = examine(record, result))
        return std::move(*rejected);
    // Another file may ask for an age that the one before did not compute.
    result.facts.answers = std::move(record.answers);
    result.facts.attributions = std::move(record.attributions);
    result.record.case_reference = child.reference;
    result.record.facts_version = child.facts.number;
    result.record.facts_digest = child.facts.digest;
    return result;
}

}  // namespace

std::variant<CaseScreening, RejectedRecord> screen_case(const record::Case& child,
                                                        const CriteriaPointer& criteria,
                                                        const criteria::Screener& screener,
                                                        criteria::Blanks blanks) {
    const auto examine_one = [&](IncomingRecord& record,
                                 CaseScreening& result) -> std::optional<RejectedRecord> {
        auto examined = examine(screener, record, blanks);
        if (auto* rejected = std::get_if<RejectedRecord>(&examined)) return std::move(*rejected);
        result.screening = std::get<criteria::Screening>(std::move(examined));
        result.record = to_record(*criteria, screener, result.screening, blanks);
        return std::nullopt;
    };
    return screen_facts(child, criteria, examine_one);
}

std::variant<CaseScreening, RejectedRecord> screen_case(const record::Case& child,
                                                        RecordExaminer& examiner) {
    const auto examine_one = [&](IncomingRecord& record,
                                 CaseScreening& result) -> std::optional<RejectedRecord> {
        auto examined = examiner.examine(record);
        if (auto* rejected = std::get_if<RejectedRecord>(&examined)) return std::move(*rejected);
        const auto& examination = *std::get<std::shared_ptr<const Examination>>(examined);
        result.screening = examination.screening;
        if (examination.to_store) result.record = *examination.to_store;
        return std::nullopt;
    };
    return screen_facts(child, examiner.criteria(), examine_one);
}

}  // namespace scr::casework
