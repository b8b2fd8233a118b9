// How files of one kind and jurisdiction follow one another.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "scr/criteria/findings.hpp"

namespace scr::criteria {
namespace {

using Heads = std::vector<CriteriaHead>;

/// `YYYY-MM-DD`, which compares as the day does, moved by some days. A blank stays blank.
std::string moved(const std::string& date, int days) {
    if (date.empty()) return date;
    using namespace std::chrono;
    const year_month_day day{year(std::stoi(date.substr(0, 4))),
                             month(static_cast<unsigned>(std::stoi(date.substr(5, 2)))),
                             std::chrono::day(static_cast<unsigned>(std::stoi(date.substr(8, 2))))};
    const year_month_day other{sys_days{day} + std::chrono::days(days)};
    return fmt::format("{:04}-{:02}-{:02}", int(other.year()), unsigned(other.month()),
                       unsigned(other.day()));
}

/// Whether a file that ends on `to` ends before another that begins on `from`.
bool ends_before(const std::string& to, const std::string& from) {
    return !to.empty() && !from.empty() && to < from;
}

/// The later of two ends; a blank is for good.
const std::string& later_end(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a.empty() ? a : b;
    return std::max(a, b);
}

const std::string& earlier_end(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    return std::min(a, b);
}

bool declared(const CriteriaHead& a, const CriteriaHead& b) {
    const auto names = [](const CriteriaHead& file, const std::string& id) {
        return std::find(file.overlaps.begin(), file.overlaps.end(), id) != file.overlaps.end();
    };
    return names(a, b.id) || names(b, a.id);
}

/// The positions of each kind and jurisdiction, by the day on which they begin.
std::vector<std::vector<std::size_t>> lines_of(const Heads& heads) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> lines;
    for (std::size_t i = 0; i < heads.size(); ++i)
        lines[{heads[i].kind, heads[i].jurisdiction}].push_back(i);
    std::vector<std::vector<std::size_t>> sorted;
    for (auto& [name, line] : lines) {
        std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
            return heads[a].in_force_from < heads[b].in_force_from;
        });
        sorted.push_back(std::move(line));
    }
    return sorted;
}

void compare_line(const Heads& heads, const std::vector<std::size_t>& line,
                  std::vector<PeriodFinding>& findings) {
    std::size_t longest = line.front();  // the one, so far, that is in force until the latest day
    for (std::size_t at = 1; at < line.size(); ++at) {
        const CriteriaHead& file = heads[line[at]];
        for (std::size_t before = 0; before < at; ++before) {
            const CriteriaHead& other = heads[line[before]];
            const bool apart = ends_before(other.in_force_to, file.in_force_from);
            if (apart || other.id == file.id || declared(file, other)) continue;
            findings.push_back({FindingKind::overlapping_files, line[before], line[at],
                                file.in_force_from,
                                earlier_end(other.in_force_to, file.in_force_to)});
        }
        const std::string& end = heads[longest].in_force_to;
        if (ends_before(end, moved(file.in_force_from, -1)))
            findings.push_back({FindingKind::gap_between_files, longest, line[at], moved(end, 1),
                                moved(file.in_force_from, -1)});
        if (later_end(end, file.in_force_to) == file.in_force_to) longest = line[at];
    }
}

/// `from 2016-01-01 to 2016-12-31`, `until 2016-12-31`, `at all times`.
std::string days_text(const std::string& first, const std::string& last) {
    if (first.empty() && last.empty()) return "at all times";
    if (first.empty()) return "until " + last;
    return last.empty() ? "from " + first + " on" : fmt::format("from {} to {}", first, last);
}

FileFinding finding_of(const PeriodFinding& period, const CriteriaHead& file,
                       const CriteriaHead& other) {
    const std::string days = days_text(period.first, period.last);
    if (period.kind == FindingKind::overlapping_files)
        return {period.kind,
                {file.period_span,
                 fmt::format("`{}` and `{}` are both in force {}", file.id, other.id, days),
                 "they are of one kind and jurisdiction, and no date could choose between them",
                 fmt::format("end one before the other begins, or declare the transition: "
                             "`overlaps = [\"{}\"]`",
                             other.id)},
                std::nullopt};
    return {period.kind,
            {file.period_span,
             fmt::format("neither `{}` nor `{}` is in force {}", file.id, other.id, days),
             "no file of their kind and jurisdiction covers a case of those days", ""},
            std::nullopt};
}

}  // namespace

std::vector<PeriodFinding> compare_periods(const std::vector<CriteriaHead>& heads) {
    std::vector<PeriodFinding> findings;
    for (const auto& line : lines_of(heads)) compare_line(heads, line, findings);
    return findings;
}

std::vector<FileFinding> check_period(const CriteriaHead& file,
                                      const std::vector<CriteriaHead>& library) {
    Heads heads{file};
    for (const CriteriaHead& head : library) {
        if (head.id != file.id) heads.push_back(head);
    }
    std::vector<FileFinding> findings;
    for (const PeriodFinding& period : compare_periods(heads)) {
        if (period.earlier != 0 && period.later != 0) continue;
        const std::size_t other = period.earlier == 0 ? period.later : period.earlier;
        findings.push_back(finding_of(period, file, heads[other]));
    }
    return findings;
}

}  // namespace scr::criteria
