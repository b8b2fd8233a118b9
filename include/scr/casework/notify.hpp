#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "scr/casework/batch.hpp"
#include "scr/casework/incoming.hpp"

namespace scr::casework {

/// What is the same for all records of one run.
struct NotifyRules {
    CriteriaPointer criteria;                    ///< under which they are taken in
    record::CivilDate received_on{};             ///< where a record does not say
    record::CivilDate today{};                   ///< by the real clock: later dates are refused
    bool planned = false;                        ///< later dates are meant
    bool from_file = false;                      ///< a blank `ref` is refused
    std::optional<record::Notification> add_to;  ///< every record is a child of this one
};

/// What a record says, as it is kept and compared.
struct FactsContent {
    const CommonFacts& facts;  ///< whoever has them keeps them until this is done with
    std::string digest;        ///< see facts_digest
};

/// What became of a record.
struct Taken {
    enum class Kind { recorded, already_there, refused };

    Kind kind = Kind::refused;
    std::string case_reference;
    std::string notification;
    std::string facts_digest;
    int facts_version = 1;  ///< the version that holds these facts
    bool joined = false;    ///< a child of a notification that was there
    /// Its summary or area differs from what its notification has, which stands.
    bool notification_differs = false;
    /// Already there, committed and with its newest facts; nothing for what this batch added.
    std::optional<record::Case> stored;
    std::optional<RejectedRecord> refusal;
};

/// Takes records into the store. A record was examined before (casework/examine.hpp).
///
/// (agency, ref, child) is unique among records with a `ref`. The same again is already there when
/// the facts and dates are those of any version of the case, and the date of birth is the same;
/// with other content it is refused. A child added to a notification without a `ref` is already
/// there when another of its children without one has the same label and content. Rows with the
/// same agency and non-blank incident join one notification, which must have been taken in under
/// the same criteria text.
class Registrar {
 public:
    Registrar(Batch& batch, NotifyRules rules);

    Taken take_in(const IncomingRecord&);
    /// The same for one whose content was worked out before.
    Taken take_in(const IncomingRecord&, FactsContent);

 private:
    /// What the change under way added: a reader of the store does not see it yet.
    struct Added {
        std::string case_reference;
        std::string facts_digest;
        std::optional<record::CivilDate> date_of_birth;
    };
    std::optional<RejectedRecord> check(const IncomingRecord&) const;
    std::optional<Taken> find(const IncomingRecord&, const FactsContent&);
    static Taken found_in_change(const IncomingRecord&, const FactsContent&, const Added&);
    Taken found_in_store(const IncomingRecord&, const FactsContent&, record::Case stored);
    std::optional<Taken> find_sibling(const IncomingRecord&, const FactsContent&);
    std::optional<record::Notification> joined_by(const IncomingRecord&);
    record::Notification add_notification(const IncomingRecord&);
    RejectedRecord other_criteria(const IncomingRecord&, const record::Notification&) const;
    void forget_committed();

    Batch& batch_;
    NotifyRules rules_;
    int commits_seen_ = 0;
    std::unordered_map<std::string, Added> added_;                     ///< by agency, ref, child
    std::unordered_map<std::string, record::Notification> incidents_;  ///< by agency, incident
};

}  // namespace scr::casework
