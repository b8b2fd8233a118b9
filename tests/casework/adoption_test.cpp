#include "scr/casework/adoption.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"
#include "scr/casework/kept_criteria.hpp"

namespace scr::casework {
namespace {

using Ground = AdoptionStanding::Ground;
using lighthouse::day;
using lighthouse::Harbour;

/// The lighthouse's rules with a word changed: another text of the same id.
CriteriaPointer changed(Harbour& harbour) {
    std::string text(lighthouse::criteria_text);
    text += "# as the keepers amended it\n";
    return harbour.library.from_text({digest::sha256(text), "lighthouse", "", text});
}

AdoptResult adopt_changed(Harbour& harbour, const std::string& meeting = "2025-03-01") {
    return adopt(harbour.store(), harbour.library, *changed(harbour), day(meeting), "minute 4",
                 harbour.act("criteria.adopt"));
}

std::size_t events_of(Harbour& harbour) {
    const auto head = harbour.store().head();
    return head ? static_cast<std::size_t>(head->sequence) : 0;
}

}  // namespace

TEST_CASE("what came with the program is adopted and a changed text of the same id is not") {
    Harbour harbour;
    const auto shipped = harbour.library.by_name("lighthouse");
    CHECK(adoption_standing(nullptr, harbour.library, *shipped).ground == Ground::shipped);
    CHECK(adoption_standing(&harbour.store(), harbour.library, *changed(harbour)).ground ==
          Ground::none);
}

TEST_CASE("a text is adopted with the meeting and the reason and who recorded it") {
    Harbour harbour;
    const auto result = adopt_changed(harbour);
    CHECK_FALSE(result.already);
    const auto standing = adoption_standing(&harbour.store(), harbour.library, *changed(harbour));
    REQUIRE(standing.ground == Ground::meeting);
    CHECK(standing.adoption->criteria_id == "lighthouse");
    CHECK(standing.adoption->meeting_on == day("2025-03-01"));
    CHECK(standing.adoption->reason == "minute 4");
    CHECK(standing.adoption->adopted_by == "kay");
    CHECK(standing.adoption->adopted_at == "2025-03-10T09:00:00Z");
    CHECK(harbour.store().criteria(changed(harbour)->digest)->text == changed(harbour)->text);
    CHECK(harbour.store().verify().findings.empty());
}

TEST_CASE("the same text again adds nothing whatever meeting is named") {
    Harbour harbour;
    adopt_changed(harbour);
    const auto events = events_of(harbour);
    const auto again = adopt_changed(harbour, "2025-03-08");
    CHECK(again.already);
    CHECK(again.standing.adoption->meeting_on == day("2025-03-01"));
    CHECK(events_of(harbour) == events);
}

TEST_CASE("a shipped text needs no meeting") {
    Harbour harbour;
    const auto result = adopt(harbour.store(), harbour.library, *harbour.library.by_name(""),
                              day("2025-03-01"), "minute 4", harbour.act());
    CHECK(result.already);
    CHECK(result.standing.ground == Ground::shipped);
    CHECK(events_of(harbour) == 0);
}

TEST_CASE("a text that the record rests on already counts and a meeting may still adopt it") {
    Harbour harbour;
    const auto change = harbour.store().begin(harbour.act());
    change->keep_criteria(to_stored_text(*changed(harbour)));
    change->commit();
    CHECK(adoption_standing(&harbour.store(), harbour.library, *changed(harbour)).ground ==
          Ground::kept);
    CHECK_FALSE(adopt_changed(harbour).already);
}

TEST_CASE("a refusal names the command that adopts") {
    Harbour harbour;
    const auto refusal = not_adopted(*changed(harbour));
    CHECK(refusal.why == "lighthouse is not adopted, so nothing is recorded under it");
    CHECK(refusal.help == "scr criteria adopt lighthouse.toml --meeting D --reason T");
}

TEST_CASE("a kept text is found by the beginning of its digest") {
    Harbour harbour;
    adopt_changed(harbour);
    harbour.notify();
    const auto digest = changed(harbour)->digest;
    CHECK(kept_text_of(harbour.store(), digest.substr(0, 12)).digest == digest);
    CHECK_THROWS_AS(kept_text_of(harbour.store(), "none"), Failure);
    CHECK_THROWS_AS(kept_text_of(harbour.store(), ""), Failure);
}

}  // namespace scr::casework
