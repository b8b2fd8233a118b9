#include "scr/publication/retention.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "record/sample.hpp"

using namespace scr::publication;
using scr::record::CivilDate;
using scr::record::Period;
using scr::record::Publication;
using scr::record::PublicationState;
using scr::record::sample::any_day;
using scr::record::sample::calendar;
using scr::record::sample::day;

namespace {

constexpr Period one_year{1, Period::years};

Publication published(const std::string& reference, CivilDate on,
                      PublicationState state = PublicationState::published) {
    Publication publication;
    publication.reference = reference;
    publication.published_on = on;
    publication.last_day = last_day(on, one_year, calendar());
    publication.state = state;
    return publication;
}

std::vector<std::string> ending(const std::vector<Publication>& publications, CivilDate today) {
    std::vector<std::string> references;
    for (const auto& end : apply_retention(publications, today).ends)
        references.push_back(end.publication.reference);
    return references;
}

rc::Gen<Publication> any_publication() {
    return rc::gen::map(
        rc::gen::pair(any_day(),
                      rc::gen::element(PublicationState::published, PublicationState::ended,
                                       PublicationState::withdrawn)),
        [](const auto& pair) { return published("P-2026-0001", pair.first, pair.second); });
}

}  // namespace

TEST_CASE("the year ends on the corresponding date") {
    struct Row {
        const char* published;
        const char* last_up;
        const char* down_from;
    };
    for (const auto& [on, last_up, down_from] : {
             Row{"2024-02-28", "2025-02-28", "2025-03-01"},
             Row{"2024-02-29", "2025-02-28", "2025-03-01"},
             Row{"2023-02-28", "2024-02-28", "2024-02-29"},
             Row{"2025-12-31", "2026-12-31", "2027-01-01"},
         }) {
        CAPTURE(on);
        CHECK(last_day(day(on), one_year, calendar()) == day(last_up));
        const std::vector<Publication> publications{published("P-2026-0001", day(on))};
        CHECK(ending(publications, day(last_up)).empty());
        CHECK(ending(publications, day(down_from)).size() == 1);
    }
}

TEST_CASE("other periods end on their last day too") {
    CHECK(last_day(day("2025-08-31"), {6, Period::months}, calendar()) == day("2026-02-28"));
    CHECK(last_day(day("2025-04-16"), {5, Period::working_days}, calendar()) == day("2025-04-25"));
    CHECK(last_day(day("2025-04-16"), {2, Period::weeks}, calendar()) == day("2025-04-30"));
}

TEST_CASE("a year is never shorter than 365 days nor longer than 366") {
    CHECK(rc::check([] {
        const CivilDate on = *any_day();
        const CivilDate last = last_day(on, one_year, calendar());
        const int days = scr::record::days_between(on, last);
        RC_ASSERT((days == 365 || days == 366));
        const bool month_end = scr::record::plus_days(last, 1).day() == std::chrono::day{1};
        RC_ASSERT((last.day() == on.day() || month_end));
    }));
}

TEST_CASE("what ends and what stays is said with the reason") {
    const auto retention = apply_retention(
        {published("P-2025-0001", day("2025-03-01")), published("P-2026-0002", day("2025-03-02"))},
        day("2026-03-02"));
    REQUIRE(retention.ends.size() == 1);
    CHECK(retention.ends[0].publication.reference == "P-2025-0001");
    CHECK(retention.ends[0].reason == "published 2025-03-01, its last day was 2026-03-01");
    REQUIRE(retention.stays.size() == 1);
    CHECK(retention.stays[0].publication.reference == "P-2026-0002");
    CHECK(retention.stays[0].until == day("2026-03-02"));
    CHECK(retention.stays[0].reason == "published 2025-03-02, stays up until 2026-03-02");
}

TEST_CASE("what is down already takes no part") {
    const std::vector<Publication> down{
        published("P-2020-0001", day("2020-01-01"), PublicationState::ended),
        published("P-2020-0002", day("2020-01-01"), PublicationState::withdrawn)};
    CHECK(apply_retention(down, day("2026-01-01")).ends.empty());
    CHECK(apply_retention(down, day("2020-06-01")).stays.empty());
}

TEST_CASE("a run after a year of not running ends everything that is over") {
    const std::vector<Publication> publications{published("P-2020-0001", day("2020-01-01")),
                                                published("P-2021-0001", day("2021-01-01")),
                                                published("P-2025-0001", day("2025-11-01"))};
    CHECK(ending(publications, day("2026-01-01")) ==
          std::vector<std::string>{"P-2020-0001", "P-2021-0001"});
}

TEST_CASE("every live publication ends or stays and a second run ends nothing") {
    CHECK(rc::check([] {
        auto publications = *rc::gen::container<std::vector<Publication>>(any_publication());
        for (std::size_t i = 0; i < publications.size(); ++i)
            publications[i].reference = "P-" + std::to_string(i);
        const CivilDate today = *any_day();
        const auto first = apply_retention(publications, today);
        const auto live =
            std::count_if(publications.begin(), publications.end(),
                          [](const auto& one) { return one.state == PublicationState::published; });
        RC_ASSERT(first.ends.size() + first.stays.size() == static_cast<std::size_t>(live));
        for (const auto& end : first.ends) {
            for (auto& one : publications) {
                if (one.reference == end.publication.reference) one.state = PublicationState::ended;
            }
        }
        const auto second = apply_retention(publications, today);
        RC_ASSERT(second.ends.empty());
        RC_ASSERT(second.stays.size() == first.stays.size());
    }));
}

TEST_CASE("a later day ends no less") {
    CHECK(rc::check([] {
        const auto publications = *rc::gen::container<std::vector<Publication>>(any_publication());
        const CivilDate today = *any_day();
        RC_ASSERT(ending(publications, today).size() <=
                  ending(publications, scr::record::plus_days(today, 1)).size());
    }));
}
