#pragma once

#include <string>
#include <vector>

namespace scr::record {

/// What a screening said of one determination.
struct DeterminationResult {
    std::string determination;
    std::string outcome;                ///< an outcome's id, or `undetermined`
    std::vector<std::string> possible;  ///< strongest first; one id when determined

    bool operator==(const DeterminationResult&) const = default;
};

/// A stored screening: the machine's result on one version of a case's facts under one criteria
/// text.
struct ScreeningRecord {
    std::string reference;  ///< `N-2026-0001/2@3`; assigned by the store
    std::string case_reference;
    std::string criteria_id;
    std::string criteria_digest;  ///< SHA-256 of the criteria text, which the store keeps whole
    int facts_version = 0;
    std::string facts_digest;
    std::string program_version;
    bool blank_as_unknown = false;
    std::vector<DeterminationResult> results;  ///< in the order of the criteria file
    std::vector<std::string> criteria;         ///< those that hold in every consistent completion
    std::vector<std::string> missing;
    std::vector<std::string> assumed;  ///< facts taken from silence that matter
    std::string screened_at;           ///< instant; filled by the store
    std::string screened_by;           ///< filled by the store
};

}  // namespace scr::record
