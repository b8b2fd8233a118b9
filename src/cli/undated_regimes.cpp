#include "cli/undated_regimes.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {

void UndatedRegimes::add(const std::string& name, const record::CaseDates& dates,
                         const criteria::CriteriaHead& file) {
    const auto date = casework::undated_by(dates, file);
    if (date.empty()) return;
    auto& undated = by_date_[date];
    // The files of a record come one after another.
    if (undated.count == 0 || undated.last != name) ++undated.count;
    undated.last = name;
    undated.files.insert(file.id);
}

void UndatedRegimes::warn(Context& context, bool stored) const {
    for (const auto& [date, undated] : by_date_) {
        const bool one = undated.count == 1;
        const auto who =
            one ? undated.last : text::counted(undated.count, stored ? "case" : "record");
        const std::vector<std::string> files(undated.files.begin(), undated.files.end());
        context.warn(fmt::format("{} {} no `{}`", who, one ? "has" : "have", date),
                     fmt::format("{} taken all the same: without that date {} ruled out",
                                 text::join_in_words(files) + (files.size() == 1 ? " is" : " are"),
                                 files.size() == 1 ? "it cannot be" : "none of them can be"),
                     stored
                         ? fmt::format("scr notify amend {} {}=D --reason TEXT", undated.last, date)
                         : "");
    }
}

}  // namespace scr::cli
