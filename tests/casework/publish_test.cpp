#include "scr/casework/publish.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/expire.hpp"
#include "scr/digest/sha256.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;
using lighthouse::publish;
using lighthouse::report;

/// A harbour with one open review, ready for its report.
struct Reviewed : Harbour {
    Reviewed() {
        child = notify();
        screen(child);
        review = lighthouse::open(*this, child, "Child J");
    }
    std::string child;
    std::string review;
};

TEST_CASE("a report is kept whole and is up for the period of its criteria file") {
    Reviewed harbour;
    const auto request = report(harbour.review, "2025-05-31");
    const auto check = publish(harbour, request);
    CHECK(check.publication.reference == "P-2025-0001");

    const auto stored = harbour.store().publication("P-2025-0001").value();
    CHECK(stored.title == "Learning from the lamp");
    CHECK(stored.pseudonym == "Child J");
    CHECK(stored.last_day == day("2025-11-30"));
    CHECK(stored.report_digest == digest::sha256(request.bytes));
    CHECK(harbour.store().report(stored.report_digest)->bytes == request.bytes);
}

TEST_CASE("a report that names a child of the notification is not stored") {
    Reviewed harbour;
    const auto brother = harbour.add_child("N-2025-0001", "{}", "b");
    harbour.identify(brother, {"child", "name", "Corentin"});
    auto request = report(harbour.review, "2025-05-31");

    SUBCASE("in its text") {
        request.bytes += " Corentin lit it.";
    }
    SUBCASE("in a title given for it") {
        request.title = "Corentin's lamp";
    }
    const auto check = publish(harbour, request);
    REQUIRE(check.leaks.size() == 1);
    CHECK(check.leaks[0].masked_context.find("Corentin") == std::string::npos);
    CHECK_FALSE(check.allowed());
    CHECK(check.name_recorded);
    CHECK(harbour.store().publications().empty());
    CHECK_FALSE(harbour.store().report(check.report.digest));
}

TEST_CASE("without a recorded name the check says so") {
    Reviewed harbour;
    const auto check = publish(harbour, report(harbour.review, "2025-05-31"));
    CHECK(check.allowed());
    CHECK_FALSE(check.name_recorded);
    CHECK(check.identities == 0);
}

TEST_CASE("a kind whose reports are not published has none") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    lighthouse::decide(harbour, lighthouse::decision(child));
    auto opening = lighthouse::opening(child, "Child J");
    opening.kind = "small_inquiry";
    const auto review = lighthouse::open(harbour, opening).review.reference;
    CHECK(publish(harbour, report(review, "2025-05-31")).refusal);
    CHECK(harbour.store().publications().empty());
}

TEST_CASE("the same file is up already and another one waits") {
    Reviewed harbour;
    auto request = report(harbour.review, "2025-05-31");
    publish(harbour, request);
    const auto events = harbour.store().head()->sequence;

    const auto again = publish(harbour, request);
    REQUIRE(again.already);
    CHECK(again.already->reference == "P-2025-0001");
    CHECK(harbour.store().head()->sequence == events);

    request.bytes += " Corrected.";
    CHECK(publish(harbour, request).refusal);
    CHECK(harbour.store().publications().size() == 1);
}

TEST_CASE("a withdrawal has a reason and happens once") {
    Reviewed harbour;
    const auto request = report(harbour.review, "2025-05-31");
    publish(harbour, request);
    const auto withdraw_for = [&](const std::string& reason) {
        return withdraw(harbour.store(), "Child J", reason, day("2025-06-02"), harbour.act());
    };

    CHECK_THROWS_AS(withdraw_for(" "), Failure);
    const auto result = withdraw_for("court order");
    CHECK(result.publication.state == record::PublicationState::withdrawn);
    CHECK(result.publication.ended_on == day("2025-06-02"));
    CHECK(withdraw_for("court order").already);
    CHECK(withdraw_for("another order").refusal);

    SUBCASE("and the report may be published anew") {
        CHECK(publish(harbour, request).publication.reference == "P-2025-0002");
    }
}

TEST_CASE("the same report since the same day is not brought back when its time is over") {
    Reviewed harbour;
    const auto request = report(harbour.review, "2025-05-31");
    const auto first = publish(harbour, request).publication.reference;
    expire(harbour.store(), day("2026-01-01"), day("2026-01-01"), harbour.act());
    const auto again = publish(harbour, request);
    REQUIRE(again.already);
    CHECK(again.already->reference == first);
    CHECK(harbour.store().publications().size() == 1);
}

}  // namespace
}  // namespace scr::casework
