#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/record/civil_date.hpp"

namespace scr::record {

/// The dates of one child's case, each as given by the sender. The names are those of the columns.
struct CaseDates {
    std::optional<CivilDate> received_on;
    std::optional<CivilDate> incident_on;
    std::optional<CivilDate> died_on;
    std::optional<CivilDate> harmed_on;
    std::optional<CivilDate> became_aware_on;

    bool operator==(const CaseDates&) const = default;
};

/// What arrived: one incident, one or more children.
struct Notification {
    std::string reference;  ///< `N-2026-0001`; assigned by the store
    std::string agency;
    std::string incident;  ///< the sender's label of the incident; blank when none was given
    std::string area;
    std::string summary;  ///< free text: may hold names, never printed in a list
    CivilDate received_on{};
    std::string criteria_digest;  ///< the criteria text under which it was taken in
};

/// One version of a case's facts. A change adds a version; nothing is overwritten.
struct FactsVersion {
    int number = 0;          ///< 1 for the first
    std::string facts_json;  ///< canonical JSON object: fact name to answer, or to {value, source,
                             ///< …}; blanks absent
    CaseDates dates;
    std::string digest;  ///< SHA-256 (hexadecimal) over facts and dates: casework::facts_digest
    std::string reason;  ///< why it was amended; blank for the first
    std::string recorded_at;  ///< instant, `2026-11-23T10:00:00Z`; filled by the store
    std::string recorded_by;  ///< filled by the store
};

/// One child of a notification.
struct Case {
    std::string reference;  ///< `N-2026-0001/2`; assigned by the store
    std::string notification;
    /// Of the criteria text under which its notification was taken in; filled by the store.
    std::string criteria_digest{};
    std::string agency;
    std::string sender_reference;  ///< the sender's own `ref`
    std::string child;             ///< the sender's label for the child: an identity, kept apart
    std::optional<CivilDate> date_of_birth;  ///< an identity, kept apart
    FactsVersion facts;                      ///< the newest version
};

/// An identity of somebody in a case. Kept apart from the facts and never exported.
struct Identity {
    std::string role;  ///< child, parent, sibling, carer, practitioner, other
    std::string kind;  ///< name, nickname, date_of_birth, … (see contracts of `notify identities`)
    std::string value;

    bool operator==(const Identity&) const = default;
};

/// The roles and kinds that an identity may have, in the order in which help lists them.
const std::vector<std::string>& identity_roles();
const std::vector<std::string>& identity_kinds();

}  // namespace scr::record
