#include "scr/casework/attention.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/expire.hpp"
#include "scr/casework/weigh.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

std::vector<std::string> needs(Harbour& harbour, std::string_view today) {
    std::vector<std::string> result;
    for (const auto& item :
         attention(harbour.store(), harbour.library, harbour.calendar, day(today))) {
        result.push_back(std::string(to_text(item.need)) + " " + item.reference);
    }
    return result;
}

using Needs = std::vector<std::string>;

TEST_CASE("each step of a case is asked for in its turn") {
    Harbour harbour;
    CHECK(needs(harbour, "2025-03-10").empty());
    const auto child = harbour.notify();
    CHECK(needs(harbour, "2025-03-10") == Needs{"unscreened N-2025-0001/1"});
    harbour.screen(child);
    CHECK(needs(harbour, "2025-03-10") == Needs{"undecided N-2025-0001/1"});
    lighthouse::decide(harbour, lighthouse::decision(child));
    CHECK(needs(harbour, "2025-03-12").empty());
    harbour.amend(child, R"({"drowned":"no"})");
    CHECK(needs(harbour, "2025-03-12") ==
          Needs{"unscreened N-2025-0001/1", "decided_otherwise N-2025-0001/1"});
    harbour.screen(child, "none", "silent");
    CHECK(needs(harbour, "2025-03-12") == Needs{"decided_otherwise N-2025-0001/1"});
    auto again = lighthouse::decision(child);
    again.reasons = "it was a seal";
    lighthouse::decide(harbour, again);
    CHECK(needs(harbour, "2025-03-12").empty());
}

TEST_CASE("a deadline is overdue from the day after it") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    CHECK(needs(harbour, "2025-04-03") == Needs{"undecided N-2025-0001/1"});

    const auto items =
        attention(harbour.store(), harbour.library, harbour.calendar, day("2025-04-04"));
    REQUIRE(items.size() == 2);
    CHECK(items[0].need == Need::overdue);
    CHECK(items[0].due == day("2025-04-03"));
    CHECK(items[0].text == "settle: overdue by 1 day, due 2025-04-03 (harbour master)");
    CHECK(items[0].command.starts_with("scr review decide N-2025-0001/1 "));

    lighthouse::decide(harbour, lighthouse::decision(child));
    const auto next =
        attention(harbour.store(), harbour.library, harbour.calendar, day("2025-04-04"));
    REQUIRE(next.size() == 1);
    CHECK(next[0].command == "scr review done N-2025-0001/1 send_word --on D");
}

TEST_CASE("a clock is heard before the first screening too") {
    Harbour harbour;
    harbour.notify();
    CHECK(needs(harbour, "2025-05-01") ==
          Needs{"overdue N-2025-0001/1", "unscreened N-2025-0001/1"});
}

TEST_CASE("a clock that does not run is silent") {
    Harbour harbour;
    const auto child = harbour.notify(R"({"drowned":"no","lamp_lit":"no"})");
    harbour.screen(child, "small", "silent");
    auto request = lighthouse::decision(child);
    request.recommended = request.decided = "small";
    lighthouse::decide(harbour, request);
    CHECK(needs(harbour, "2025-12-01").empty());
}

TEST_CASE("a review waits for its factors until they are weighed or it is closed") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    const auto review = lighthouse::open(harbour, child, "Child J");
    const auto waiting = [&] {
        auto items =
            attention(harbour.store(), harbour.library, harbour.calendar, day("2025-03-21"));
        std::erase_if(items, [](const auto& item) { return item.need != Need::unweighed; });
        return items;
    };
    const auto weigh_factor = [&](const char* factor) {
        weigh(harbour.store(), harbour.library,
              {child, factor, "yes", "as the book says", day("2025-03-14"), day("2025-03-14")},
              harbour.act("review.weigh"));
    };
    REQUIRE(waiting().size() == 1);
    CHECK(waiting()[0].reference == review);
    CHECK(waiting()[0].text == "keeper and watch.fog of N-2025-0001/1 not weighed yet");
    CHECK(waiting()[0].command ==
          "scr review weigh N-2025-0001/1 keeper --answer WORD --reason-file F");
    SUBCASE("one by one") {
        weigh_factor("keeper");
        REQUIRE(waiting().size() == 1);
        CHECK(waiting()[0].text == "watch.fog of N-2025-0001/1 not weighed yet");
        weigh_factor("watch.fog");
        CHECK(waiting().empty());
    }
    SUBCASE("and not after its close") {
        close_review(harbour.store(), harbour.library, review, day("2025-03-21"), harbour.act());
        CHECK(waiting().empty());
    }
}

TEST_CASE("a publication is announced before its end and named after it") {
    Harbour harbour;
    lighthouse::publish(harbour, "2025-05-31");
    const auto of_publication = [&](std::string_view today) {
        auto found = needs(harbour, today);
        std::erase_if(found, [](const auto& one) { return one.find(" P-") == one.npos; });
        return found;
    };
    CHECK(of_publication("2025-10-30").empty());
    CHECK(of_publication("2025-10-31") == Needs{"ending_soon P-2025-0001"});
    CHECK(of_publication("2025-11-30") == Needs{"ending_soon P-2025-0001"});
    CHECK(of_publication("2025-12-01") == Needs{"past_last_day P-2025-0001"});
    expire(harbour.store(), day("2025-12-01"), day("2025-12-01"), harbour.act());
    CHECK(of_publication("2025-12-01").empty());
}

}  // namespace
}  // namespace scr::casework
