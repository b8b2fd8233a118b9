#pragma once

#include <optional>
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

/// What decided one determination: the smallest set of the record's answers that forces its
/// outcome, whatever the others were. None where it is undetermined, or follows from no answer at
/// all.
struct Decisive {
    std::string determination;
    std::vector<std::string> answers;  ///< `died=yes`, in the order of the criteria file

    bool operator==(const Decisive&) const = default;
};

/// A stored screening: the machine's result on one version of a case's facts under one criteria
/// text. Together with `decisive` it is the receipt: whoever has the text and the facts can work
/// the rest out again.
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
    /// By determination; nothing where it was recorded before receipts were.
    std::optional<std::vector<Decisive>> decisive;
    std::string screened_at;  ///< instant; filled by the store
    std::string screened_by;  ///< filled by the store
};

}  // namespace scr::record
