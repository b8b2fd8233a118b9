#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/report_reader.hpp"
#include "scr/publication/leak_check.hpp"
#include "scr/record/lifecycle.hpp"
#include "scr/record/working_days.hpp"

/// From a report's file to its time on the web, and its early end. The site itself is made
/// afterwards, from the store (site_files.hpp).
namespace scr::casework {

struct PublishRequest {
    std::string review;
    std::string file_name;
    std::string bytes;
    std::string title;  ///< blank: the report's own
    record::CivilDate published_on{};
    bool day_named = false;  ///< `published_on` was asked for, not taken for today
};

/// What is to be published, and whether it may be.
struct ReportCheck {
    record::Review review;
    record::Report report;
    record::Publication publication;  ///< without a reference
    std::vector<publication::LeakFinding> leaks;
    std::size_t identities = 0;                  ///< how many were looked for
    bool name_recorded = false;                  ///< whether a child's name was among them
    std::optional<record::Publication> already;  ///< the same report is, or was, up: nothing to do
    std::string doubt;  ///< why the day may be wrong, for the person; blank where it is plain
    std::optional<record::Refusal> refusal;

    bool allowed() const { return leaks.empty() && !refusal; }
};

/// Reads the report and checks it against the identities of every child concerned. Stores nothing.
ReportCheck check_report(Store&, CriteriaLibrary&, const ReportReader&, const record::Calendar&,
                         const PublishRequest&);

/// Checks once more, for the record may have changed since a person was asked, and stores report
/// and publication together; stores nothing unless the check allows it. The publication's reference
/// is then filled.
ReportCheck publish(Store&, CriteriaLibrary&, const ReportReader&, const record::Calendar&,
                    const PublishRequest&, const record::Act&);

struct WithdrawResult {
    record::Publication publication;
    bool already = false;  ///< withdrawn for that reason before: nothing was added
    std::optional<record::Refusal> refusal;
};

/// Early removal. `on` is the first day on which it is down.
WithdrawResult withdraw(Store&, const std::string& publication, const std::string& reason,
                        record::CivilDate on, const record::Act&);

}  // namespace scr::casework
