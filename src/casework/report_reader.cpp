#include "scr/casework/report_reader.hpp"

namespace scr::casework {

ReportText read_kept(const ReportReader& read, const record::Report& report) {
    return read(report.bytes, report.format == "text" ? "report.txt" : "report.md");
}

}  // namespace scr::casework
