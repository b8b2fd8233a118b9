#include "scr/casework/expire.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

publication::Retention expire_on(Harbour& harbour, std::string_view as_of) {
    return expire(harbour.store(), day(as_of), day(as_of), harbour.act("expire"));
}

TEST_CASE("a report stays up on its last day and comes down the day after") {
    Harbour harbour;
    const auto reference = lighthouse::publish(harbour, "2025-05-31");

    const auto last = expire_on(harbour, "2025-11-30");
    CHECK(last.ends.empty());
    REQUIRE(last.stays.size() == 1);
    CHECK(last.stays[0].until == day("2025-11-30"));

    const auto after = expire_on(harbour, "2025-12-01");
    REQUIRE(after.ends.size() == 1);
    CHECK(after.stays.empty());
    const auto stored = harbour.store().publication(reference).value();
    CHECK(stored.state == record::PublicationState::ended);
    CHECK(stored.ended_on == day("2025-12-01"));
    CHECK(stored.end_reason == "published 2025-05-31, its last day was 2025-11-30");
}

TEST_CASE("a day that is past is read by the rule and is not when the report came down") {
    Harbour harbour;
    const auto reference = lighthouse::publish(harbour, "2025-05-31");
    expire(harbour.store(), day("2025-12-01"), day("2025-12-24"), harbour.act("expire"));
    CHECK(harbour.store().publication(reference).value().ended_on == day("2025-12-24"));
}

TEST_CASE("run twice it changes nothing the second time") {
    Harbour harbour;
    lighthouse::publish(harbour, "2025-05-31");
    lighthouse::publish(harbour, "2025-06-15");
    const auto events = harbour.store().head()->sequence;

    CHECK(expire_on(harbour, "2026-01-01").ends.size() == 2);
    CHECK(harbour.store().head()->sequence == events + 1);
    CHECK(expire_on(harbour, "2026-01-01").ends.empty());
    CHECK(harbour.store().head()->sequence == events + 1);
}

}  // namespace
}  // namespace scr::casework
