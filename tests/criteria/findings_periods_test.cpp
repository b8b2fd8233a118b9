#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>

#include "criteria/small_criteria.hpp"
#include "scr/criteria/findings.hpp"

using namespace scr::criteria;

namespace {

using Lines = std::vector<std::string>;

CriteriaHead head(std::string id, std::string from, std::string to) {
    CriteriaHead head;
    head.id = std::move(id);
    head.kind = "review";
    head.jurisdiction = "Nowhere";
    head.in_force_from = std::move(from);
    head.in_force_to = std::move(to);
    return head;
}

Lines periods_of(const std::vector<CriteriaHead>& heads) {
    Lines lines;
    for (const FileFinding& finding : check_period(heads.front(), heads))
        lines.push_back(finding.diagnostic.message);
    return lines;
}

}  // namespace

TEST_CASE("periods of one kind and jurisdiction overlap or leave a gap") {
    const auto first = head("first", "2015-01-01", "2016-12-31");
    CHECK(periods_of({first, head("second", "2017-01-01", "")}).empty());
    CHECK(periods_of({first, head("second", "2016-12-31", "")}) ==
          Lines{"`first` and `second` are both in force from 2016-12-31 to 2016-12-31"});
    CHECK(periods_of({first, head("second", "2017-01-03", "")}) ==
          Lines{"neither `first` nor `second` is in force from 2017-01-01 to 2017-01-02"});
    CHECK(periods_of({head("always", "", ""), head("ever", "", "")}) ==
          Lines{"`always` and `ever` are both in force at all times"});
    auto declaring = head("second", "2016-01-01", "");
    declaring.overlaps = {"first"};
    CHECK(periods_of({first, declaring}).empty());
    auto elsewhere = head("second", "2016-01-01", "");
    elsewhere.jurisdiction = "Somewhere";
    CHECK(periods_of({first, elsewhere}).empty());
    CHECK(periods_of({first, head("first", "2016-01-01", "2016-06-30")}).empty());
    CHECK(periods_of({first, head("a", "2020-01-01", ""), head("b", "2021-01-01", "")}) ==
          Lines{"neither `first` nor `a` is in force from 2017-01-01 to 2019-12-31"});
}

TEST_CASE("overlaps and gaps are those of counting days") {
    constexpr int last_day = 28;
    std::mt19937 random(2018);
    const auto below = [&](int limit) {
        return std::uniform_int_distribution<int>(0, limit - 1)(random);
    };
    const auto date = [](int day) { return fmt::format("2016-02-{:02}", day); };
    int gaps = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::vector<CriteriaHead> heads;
        const int count = 1 + below(5);
        for (int i = 0; i < count; ++i) {
            const int from = 2 + below(last_day - 3);
            const int to = from + below(std::min(8, last_day - from));
            heads.push_back(head(fmt::format("h{}", i), below(9) == 0 ? "" : date(from),
                                 below(9) == 0 ? "" : date(to)));
        }
        const auto in_force = [&](std::size_t i, int day) {
            const auto& [from, to] = std::pair{heads[i].in_force_from, heads[i].in_force_to};
            return (from.empty() || from <= date(day)) && (to.empty() || to >= date(day));
        };
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        std::set<std::string> days;
        for (const PeriodFinding& finding : compare_periods(heads)) {
            if (finding.kind == FindingKind::overlapping_files) {
                pairs.insert(std::minmax(finding.earlier, finding.later));
                continue;
            }
            ++gaps;
            for (int day = 1; day <= last_day; ++day) {
                if (finding.first <= date(day) && date(day) <= finding.last) days.insert(date(day));
            }
        }
        const auto any = [&](int day) {
            for (std::size_t i = 0; i < heads.size(); ++i)
                if (in_force(i, day)) return true;
            return false;
        };
        std::set<std::pair<std::size_t, std::size_t>> wanted_pairs;
        for (std::size_t a = 0; a < heads.size(); ++a) {
            for (std::size_t b = a + 1; b < heads.size(); ++b) {
                for (int day = 1; day <= last_day; ++day)
                    if (in_force(a, day) && in_force(b, day)) wanted_pairs.insert({a, b});
            }
        }
        std::set<std::string> wanted_days;
        for (int day = 1; day <= last_day; ++day) {
            bool before = false;
            bool after = false;
            for (int other = 1; other <= last_day; ++other) {
                before = before || (other < day && any(other));
                after = after || (other > day && any(other));
            }
            if (before && after && !any(day)) wanted_days.insert(date(day));
        }
        CHECK(pairs == wanted_pairs);
        CHECK(days == wanted_days);
    }
    CHECK(gaps > 500);
}
