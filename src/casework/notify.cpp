#include "scr/casework/notify.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "casework/record_checks.hpp"
#include "scr/casework/facts_json.hpp"

namespace scr::casework {
namespace {

/// Parts that may hold anything, joined so that no two lists of them are the same text.
std::string key_of(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const auto part : parts) {
        key += std::to_string(part.size());
        key += ':';
        key += part;
    }
    return key;
}

bool differs(const record::Notification& notification, const IncomingRecord& record) {
    return (!record.summary.empty() && record.summary != notification.summary) ||
           (!record.area.empty() && record.area != notification.area);
}

RejectedRecord other_content(const IncomingRecord& record, const std::string& case_reference) {
    return rejection(
        record, "ref", fmt::format("the same `ref` with other content: it is {}", case_reference),
        "agency, ref and child together name a record; children of one ref differ in `child`",
        fmt::format("scr notify amend {} NAME=VALUE --reason TEXT", case_reference));
}

/// The record of `case_reference` bears the same names.
Taken found(const IncomingRecord& record, const FactsContent& content,
            const std::string& case_reference, bool same) {
    Taken taken;
    taken.kind = same ? Taken::Kind::already_there : Taken::Kind::refused;
    taken.facts_digest = content.digest;
    taken.case_reference = case_reference;
    taken.notification = case_reference.substr(0, case_reference.find('/'));
    if (!same) taken.refusal = other_content(record, case_reference);
    return taken;
}

}  // namespace

Registrar::Registrar(Batch& batch, NotifyRules rules) : batch_(batch), rules_(std::move(rules)) {}

std::optional<RejectedRecord> Registrar::check(const IncomingRecord& record) const {
    if (rules_.from_file && record.ref.empty()) {
        return rejection(record, "ref", "`ref` is blank",
                         "a record from a file is stored under the sender's own reference", "");
    }
    if (rules_.add_to && !record.agency.empty() && record.agency != rules_.add_to->agency) {
        return rejection(record, "agency",
                         fmt::format("{} came from another agency", rules_.add_to->reference), "",
                         "leave --agency out: the child belongs to the same notification");
    }
    if (auto problem = check_grounds(rules_.criteria->criteria, record)) return problem;
    return rules_.planned ? std::nullopt : check_dates(record, rules_.today);
}

/// A child of the same notification that has no reference either, and of which the same was said:
/// twins are told apart by their label.
std::optional<Taken> Registrar::find_sibling(const IncomingRecord& record,
                                             const FactsContent& content) {
    for (auto& child : batch_.store().cases_of(rules_.add_to->reference)) {
        if (!child.sender_reference.empty() || child.child != record.child ||
            child.facts.digest != content.digest || child.date_of_birth != record.date_of_birth) {
            continue;
        }
        Taken taken = found(record, content, child.reference, true);
        taken.facts_version = child.facts.number;
        taken.joined = true;
        taken.stored = std::move(child);
        return taken;
    }
    return std::nullopt;
}

/// The record that bears the same names, in the store or in the change under way.
std::optional<Taken> Registrar::find(const IncomingRecord& record, const FactsContent& content) {
    if (record.ref.empty()) return rules_.add_to ? find_sibling(record, content) : std::nullopt;
    const auto& agency = rules_.add_to ? rules_.add_to->agency : record.agency;
    const auto added = added_.find(key_of({agency, record.ref, record.child}));
    if (added != added_.end()) return found_in_change(record, content, added->second);
    if (auto stored = batch_.store().case_by_key({agency, record.ref, record.child})) {
        return found_in_store(record, content, std::move(*stored));
    }
    return std::nullopt;
}

Taken Registrar::found_in_change(const IncomingRecord& record, const FactsContent& content,
                                 const Added& added) {
    const bool same =
        added.facts_digest == content.digest && added.date_of_birth == record.date_of_birth;
    return found(record, content, added.case_reference, same);
}

Taken Registrar::found_in_store(const IncomingRecord& record, const FactsContent& content,
                                record::Case stored) {
    const auto versions = stored.facts.digest == content.digest
                              ? std::vector{stored.facts}
                              : batch_.store().facts_of(stored.reference);
    const auto version = std::ranges::find(versions, content.digest, &record::FactsVersion::digest);
    const bool same = version != versions.end() && stored.date_of_birth == record.date_of_birth;
    Taken taken = found(record, content, stored.reference, same);
    if (same) taken.facts_version = version->number;
    taken.stored = std::move(stored);
    return taken;
}

std::optional<record::Notification> Registrar::joined_by(const IncomingRecord& record) {
    if (rules_.add_to) return rules_.add_to;
    if (record.incident.empty()) return std::nullopt;
    const auto key = key_of({record.agency, record.incident});
    if (const auto seen = incidents_.find(key); seen != incidents_.end()) return seen->second;
    if (auto stored = batch_.store().notification_of_incident(record.agency, record.incident)) {
        return incidents_.emplace(key, std::move(*stored)).first->second;
    }
    return std::nullopt;
}

/// The facts of all its cases are read by the one text that the notification names.
RejectedRecord Registrar::other_criteria(const IncomingRecord& record,
                                         const record::Notification& notification) const {
    const auto text = batch_.store().criteria(notification.criteria_digest);
    return rejection(
        record, rules_.add_to ? "" : "incident",
        "the notification was taken in under another criteria text",
        text ? fmt::format("{} was taken in under {}, digest {}", notification.reference, text->id,
                           notification.criteria_digest)
             : "",
        "name that text with --criteria");
}

record::Notification Registrar::add_notification(const IncomingRecord& record) {
    record::Notification made;
    made.agency = record.agency;
    made.incident = record.incident;
    made.area = record.area;
    made.summary = record.summary;
    made.received_on = record.dates.received_on.value_or(rules_.received_on);
    made.criteria_digest = rules_.criteria->digest;
    made.reference = batch_.change().add_notification(made);
    if (!record.incident.empty()) {
        incidents_.emplace(key_of({record.agency, record.incident}), made);
    }
    return made;
}

void Registrar::forget_committed() {
    if (commits_seen_ == batch_.commits()) return;
    commits_seen_ = batch_.commits();
    added_.clear();
    incidents_.clear();
}

Taken Registrar::take_in(const IncomingRecord& record) {
    const CommonFacts facts(
        facts_to_json(rules_.criteria->criteria, {record.answers, record.attributions, {}, {}}));
    return take_in(record, {facts, facts_digest(facts.json, record.dates)});
}

Taken Registrar::take_in(const IncomingRecord& record, FactsContent content) {
    forget_committed();
    if (auto problem = check(record)) {
        Taken refused;
        refused.refusal = std::move(problem);
        return refused;
    }
    // Begun before the look, so that nobody records the same between look and write.
    batch_.change();
    if (auto found = find(record, content)) return std::move(*found);

    Taken taken;
    const auto joined = joined_by(record);
    if (joined && joined->criteria_digest != rules_.criteria->digest) {
        taken.refusal = other_criteria(record, *joined);
        return taken;
    }
    taken.kind = Taken::Kind::recorded;
    taken.joined = joined.has_value();
    batch_.keep(*rules_.criteria);
    const auto notification = joined ? *joined : add_notification(record);
    record::Case child;
    child.notification = notification.reference;
    child.agency = notification.agency;
    child.sender_reference = record.ref;
    child.child = record.child;
    child.date_of_birth = record.date_of_birth;
    child.facts.dates = record.dates;
    child.facts.digest = std::move(content.digest);
    taken.case_reference = batch_.change().add_case(child, content.facts);
    taken.notification = notification.reference;
    taken.facts_digest = std::move(child.facts.digest);
    taken.notification_differs = taken.joined && differs(notification, record);
    if (!record.ref.empty()) {
        added_.emplace(key_of({child.agency, record.ref, record.child}),
                       Added{taken.case_reference, taken.facts_digest, record.date_of_birth});
    }
    return taken;
}

}  // namespace scr::casework
