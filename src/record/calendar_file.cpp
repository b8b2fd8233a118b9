// Calendar::parse: the text of a bank holiday file. The rows are few and the form is ours, so a
// line that does not fit is refused at once instead of being collected.

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "scr/failure.hpp"
#include "scr/record/working_days.hpp"
#include "scr/text/strings.hpp"

namespace scr::record {
namespace {

using std::chrono::sys_days;

struct Coverage {
    CivilDate first;
    CivilDate last;
};

class CalendarFile {
 public:
    explicit CalendarFile(std::string_view file) : file_(file) {}

    void read_line(std::string_view line) {
        ++line_number_;
        if (line.empty()) return;
        if (line.front() == '#') {
            read_comment(text::trim(line.substr(1)));
        } else if (!header_seen_) {
            read_header(line);
        } else {
            read_row(line);
        }
    }

    Coverage coverage() const {
        if (!coverage_) refuse("no line says the coverage", coverage_help);
        if (!header_seen_) refuse("no header `date,name`", header_help);
        return *coverage_;
    }

    std::vector<sys_days> take_holidays() { return std::move(holidays_); }

 private:
    static constexpr const char* coverage_help =
        "write `# coverage: 1995-01-01 to 2030-12-31` above the rows";
    static constexpr const char* header_help = "write `date,name` above the first bank holiday";

    void read_comment(std::string_view comment) {
        constexpr std::string_view word = "coverage:";
        if (!comment.starts_with(word)) return;
        if (coverage_) refuse("the coverage is said twice", "keep one of the two lines");
        const std::string_view range = text::trim(comment.substr(word.size()));
        const std::size_t to = range.find(" to ");
        if (to == std::string_view::npos) refuse("the coverage names no two days", coverage_help);
        const auto first = parse_civil_date(text::trim(range.substr(0, to)));
        const auto last = parse_civil_date(text::trim(range.substr(to + 4)));
        if (!first || !last) refuse("the coverage holds a day that is not a date", coverage_help);
        if (*last < *first) refuse("the coverage ends before it begins", "swap the two days");
        coverage_ = Coverage{*first, *last};
    }

    void read_header(std::string_view line) {
        if (line != "date,name") refuse("not the header `date,name`", header_help);
        if (!coverage_) refuse("the rows begin before a line says the coverage", coverage_help);
        header_seen_ = true;
    }

    void read_row(std::string_view line) {
        const std::size_t comma = line.find(',');
        const auto date = parse_civil_date(text::trim(line.substr(0, comma)));
        if (!date || comma == std::string_view::npos || text::trim(line.substr(comma + 1)).empty())
            refuse("not a row of a date and a name", "write it as `2026-12-25,Christmas Day`");
        if (*date < coverage_->first || *date > coverage_->last)
            refuse(fmt::format("{} lies outside the coverage", to_text(*date)),
                   "widen the coverage only when all bank holidays in it are listed");
        if (std::find(holidays_.begin(), holidays_.end(), sys_days(*date)) != holidays_.end())
            refuse(fmt::format("{} is listed twice", to_text(*date)), "remove one of the two rows");
        holidays_.push_back(*date);
    }

    [[noreturn]] void refuse(const std::string& problem, const std::string& help) const {
        throw Failure(FailureKind::refused, problem, fmt::format("{}:{}", file_, line_number_), "",
                      help);
    }

    std::string file_;
    int line_number_ = 0;
    bool header_seen_ = false;
    std::optional<Coverage> coverage_;
    std::vector<sys_days> holidays_;
};

}  // namespace

Calendar Calendar::parse(std::string_view text, std::string_view file) {
    CalendarFile calendar(file);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        calendar.read_line(text::trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const Coverage coverage = calendar.coverage();
    return {coverage.first, coverage.last, calendar.take_holidays()};
}

}  // namespace scr::record
