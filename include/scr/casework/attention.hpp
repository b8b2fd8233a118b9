#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/record/working_days.hpp"

namespace scr::casework {

/// Why something waits for somebody; in the order in which people read them.
enum class Need {
    overdue,
    past_last_day,
    unscreened,
    decided_otherwise,  ///< newer facts screen otherwise than what was decided on
    undecided,
    unweighed,  ///< under review, and a factor that is weighed before it is not weighed yet
    ending_soon
};

/// `overdue`, `past_last_day`, … for scripts.
std::string_view to_text(Need);

/// One thing that waits for somebody.
struct AttentionItem {
    Need need{};
    std::string reference;
    std::optional<record::CivilDate> due;  ///< a deadline's or a publication's last day
    std::string text;                      ///< what about it, lower case
    std::string command;                   ///< what to run
};

/// A publication that ends within so many days is announced.
inline constexpr int announced_days = 30;

/// What needs somebody on `today`, by need, then in the order of the record. Holds no identity.
std::vector<AttentionItem> attention(Store&, CriteriaLibrary&, const record::Calendar&,
                                     record::CivilDate today);

}  // namespace scr::casework
