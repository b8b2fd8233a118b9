#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scr::record {

/// The name of a record: `N-2026-0001` a notification, `N-2026-0001/2` its second child (a case),
/// `N-2026-0001/2@3` that case's third screening, `R-…` a review, `P-…` a publication, `L-…` a
/// lesson.
struct Reference {
    enum class Kind { notification, case_, screening, review, publication, lesson };

    Kind kind = Kind::notification;
    int year = 0;       ///< of `received_on`, or of the step; four digits
    int number = 0;     ///< within the year, from 1
    int child = 0;      ///< from 1; 0 unless a case or a screening
    int screening = 0;  ///< from 1; 0 unless a screening

    bool operator==(const Reference&) const = default;
};

/// Reads a reference; a small first letter will do. Nothing for any other text, also for one that
/// to_text would write differently (`N-2026-00001`), so that a record has one name.
std::optional<Reference> parse_reference(std::string_view text);

std::string to_text(const Reference& reference);

}  // namespace scr::record
