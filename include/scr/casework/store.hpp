#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scr/record/adoption.hpp"
#include "scr/record/decision.hpp"
#include "scr/record/event.hpp"
#include "scr/record/notification.hpp"
#include "scr/record/publication.hpp"
#include "scr/record/review.hpp"
#include "scr/record/screening_record.hpp"
#include "scr/record/weighing.hpp"

namespace scr::casework {

/// A criteria text as it was used, kept whole under its SHA-256.
struct CriteriaText {
    std::string digest;
    std::string id;
    std::string title;
    std::string text;
};

/// A clock of a case that somebody stopped by hand: who was told, when.
struct DeadlineStop {
    std::string case_reference;
    std::string deadline;  ///< its id in the criteria file
    record::CivilDate on{};
    std::string reference;  ///< a letter's or a message's reference; may be blank
};

/// What is unique in a store: the sender, the sender's reference, the sender's label for the child.
struct CaseKey {
    std::string agency;
    std::string sender_reference;
    std::string child;
};

/// Where a store has written what many cases share: its own note, of no meaning to others. For the
/// thread that writes.
struct WrittenAt {
    std::uint64_t serial = 0;  ///< of a writer that is not taken back
    std::int64_t row = 0;
};

/// A screening that many cases may share.
struct CommonScreening : record::ScreeningRecord {
    explicit CommonScreening(record::ScreeningRecord screening)
        : record::ScreeningRecord(std::move(screening)) {}
    mutable WrittenAt written;
};

/// Facts that many cases may share.
struct CommonFacts {
    explicit CommonFacts(std::string text) : json(std::move(text)) {}
    std::string json;  ///< see record::FactsVersion::facts_json
    mutable WrittenAt written;
};

/// One unit of work: everything added through it and its event commit together or not at all.
/// Destroyed without `commit`, it leaves no trace. Adders assign references and return them.
class Change {
 public:
    virtual ~Change() = default;

    virtual std::string add_notification(const record::Notification&) = 0;
    /// Adds a child to an existing notification, with the first version of its facts.
    virtual std::string add_case(const record::Case&) = 0;
    /// The same with facts in place of those of the case. Nothing of what many cases share is
    /// written out anew for each.
    virtual std::string add_case(const record::Case&, const CommonFacts&) = 0;
    /// Adds a version of the facts; its number is assigned and returned.
    virtual int add_facts(const std::string& case_reference, const record::FactsVersion&) = 0;
    virtual void add_identity(const std::string& case_reference, const record::Identity&) = 0;
    /// Keeps a criteria text; a text already kept is left alone.
    virtual void keep_criteria(const CriteriaText&) = 0;
    /// The text must be kept, and not adopted before.
    virtual void add_adoption(const record::Adoption&) = 0;
    virtual std::string add_screening(const record::ScreeningRecord&) = 0;
    /// The same of a case's first facts; what `screening` says of a case is not read.
    virtual std::string add_first_screening(const std::string& case_reference,
                                            const std::string& facts_digest,
                                            const CommonScreening& screening) = 0;
    /// The newest screening of a case that this change has not screened.
    virtual std::optional<record::ScreeningRecord> newest_screening(
        const std::string& case_reference) = 0;
    virtual void add_decision(const record::Decision&) = 0;
    virtual std::string add_review(const record::Review&) = 0;
    virtual void close_review(const std::string& review, record::CivilDate on) = 0;
    virtual std::string add_lesson(const record::Lesson&) = 0;
    /// Keeps a report's bytes; bytes already kept are left alone.
    virtual void keep_report(const record::Report&) = 0;
    virtual std::string add_publication(const record::Publication&) = 0;
    /// Records that a publication came down. `state` is ended or withdrawn.
    virtual void end_publication(const std::string& publication, record::PublicationState state,
                                 record::CivilDate on, const std::string& reason) = 0;
    virtual void add_deadline_stop(const DeadlineStop&) = 0;
    /// The criteria text that it names must be kept.
    virtual void add_weighing(const record::Weighing&) = 0;

    /// Writes the event and commits. A fault at the commit itself throws FailureKind::in_doubt.
    virtual void commit() = 0;
};

/// What `audit verify` found wrong; none when the record is as it was written.
struct AuditFinding {
    std::int64_t sequence = 0;  ///< the event concerned; 0 for the store as a whole
    std::string problem;        ///< never holds a row's content
};

struct AuditReport {
    std::int64_t events = 0;
    std::int64_t rows = 0;
    std::vector<AuditFinding> findings;
};

/// The record on disk. Readers see only what was committed. Every lookup of a reference that is not
/// there returns nothing; the caller says so.
class Store {
 public:
    virtual ~Store() = default;

    /// Begins a unit of work (an immediate transaction). Throws FailureKind::store when locked.
    virtual std::unique_ptr<Change> begin(const record::Act&) = 0;

    virtual std::optional<record::Notification> notification(const std::string& reference) = 0;
    virtual std::vector<record::Notification> notifications() = 0;
    // The next two may miss what the change under way adds: to look there would make each row be
    // written alone. Who adds records knows their names.

    /// The notification of this agency with this (non-blank) label of an incident.
    virtual std::optional<record::Notification> notification_of_incident(
        const std::string& agency, const std::string& incident) = 0;
    virtual std::optional<record::Case> case_by_key(const CaseKey&) = 0;

    virtual std::optional<record::Case> case_of(const std::string& reference) = 0;
    virtual std::vector<record::Case> cases_of(const std::string& notification) = 0;
    /// Every case in the order in which it was recorded, one at a time: constant memory. The
    /// visitor must not begin a change.
    virtual void each_case(const std::function<void(const record::Case&)>& visit) = 0;
    /// Cases whose newest facts have no screening, in the order in which they were recorded.
    virtual std::vector<std::string> pending() = 0;
    virtual std::vector<record::FactsVersion> facts_of(const std::string& case_reference) = 0;
    virtual std::vector<record::Identity> identities_of(const std::string& case_reference) = 0;

    virtual std::optional<CriteriaText> criteria(const std::string& digest) = 0;
    /// Every text that is kept, in the order in which it was.
    virtual std::vector<CriteriaText> criteria_texts() = 0;
    /// Oldest first.
    virtual std::vector<record::Adoption> adoptions() = 0;
    /// Oldest first.
    virtual std::vector<record::ScreeningRecord> screenings_of(
        const std::string& case_reference) = 0;
    /// Oldest first; the last one stands.
    virtual std::vector<record::Decision> decisions_of(const std::string& case_reference) = 0;
    virtual std::vector<DeadlineStop> deadline_stops_of(const std::string& case_reference) = 0;
    /// Oldest first; the last one of a factor stands.
    virtual std::vector<record::Weighing> weighings_of(const std::string& case_reference) = 0;

    virtual std::optional<record::Review> review(const std::string& reference) = 0;
    virtual std::vector<record::Review> reviews() = 0;
    virtual std::vector<record::Review> reviews_of(const std::string& case_reference) = 0;
    virtual std::vector<record::Lesson> lessons_of(const std::string& review) = 0;
    virtual std::vector<record::Lesson> lessons() = 0;

    virtual std::optional<record::Publication> publication(const std::string& reference) = 0;
    virtual std::vector<record::Publication> publications() = 0;
    virtual std::optional<record::Report> report(const std::string& digest) = 0;

    /// The log, oldest first, from `after` on; one at a time.
    virtual void each_event(std::int64_t after,
                            const std::function<void(const record::Event&)>& visit) = 0;
    /// The newest event, or nothing in an empty log.
    virtual std::optional<record::Event> head() = 0;
    /// Recomputes every digest and link from the stored rows.
    virtual AuditReport verify() = 0;
};

}  // namespace scr::casework
