#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scr/recent.hpp"
#include "store/awaiting_screening.hpp"
#include "store/text_table.hpp"

namespace scr::store {

/// What a change wrote last and what it looked up, so that the rows of one record need no look-ups
/// for one another: a large load would spend as much time on these as on its rows.
///
/// INVARIANT: true until the change ends, for its transaction holds the write lock and writes every
/// row through one RowWriter.
struct RecentRows {
    struct Notification {
        std::string reference;
        std::int64_t id = 0;
        std::int64_t cases = 0;
    };
    struct Case {
        std::string reference;
        std::int64_t id = 0;
        int facts_version = 1;     ///< one that it has
        std::string facts_digest;  ///< of that version
        std::int64_t screenings = 0;
    };
    struct CriteriaText {
        std::string digest;
        std::int64_t id = 0;
    };

    std::optional<Notification> notification;
    std::optional<Case> case_;
    /// Cases that were looked up, by the reference in the form of the store: for whoever looks up
    /// some before it adds to the first. The one above is not among them.
    Recent<std::string, Case> cases_read{1'000};
    std::optional<CriteriaText> criteria_text;
    ScreeningTexts screening_texts;  ///< not only the last ones
    /// Cases of this change that await a screening and are not listed yet, the newest last: see
    /// awaiting_screening.hpp. Each has rows that wait too.
    std::vector<std::int64_t> awaiting_screening;
    /// Facts that were screened in this change, while their rows wait.
    std::vector<ScreenedFacts> screened;
    /// The greatest id of a case that this change screened.
    std::int64_t greatest_screened = 0;
    /// By table and year: the highest number given.
    std::map<std::pair<std::string_view, int>, std::int64_t> numbers;
};

}  // namespace scr::store
