#include "scr/casework/amend.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"
#include "scr/casework/facts_json.hpp"
#include "scr/casework/identities.hpp"

namespace scr::casework {
namespace {

using criteria::Answer;
using harbour::day;
using harbour::Desk;
using harbour::incoming;

std::size_t fact(const char* id) {
    return harbour::rules().fact_of(id).value();
}

Amendment answer(const char* id, Answer given) {
    Amendment amendment;
    amendment.answers[fact(id)] = given;
    amendment.reason = "a letter came";
    return amendment;
}

AmendResult change(Desk& desk, const Amendment& amendment, bool planned = false) {
    Batch batch(desk.store(), desk.act("notify.amend"));
    auto result = amend(batch, harbour::criteria(), harbour::screener(), "N-2026-0001/1", amendment,
                        day("2026-11-23"), planned);
    batch.commit();
    return result;
}

TEST_CASE("an amendment adds a version and overwrites nothing") {
    Desk desk;
    desk.recorded(incoming("hurt=yes years_old=7"));
    auto amendment = answer("hurt", Answer::given(1));
    amendment.attribution.source = "hospital";
    const auto result = change(desk, amendment);
    CHECK(result.version == 2);
    CHECK(result.changed == std::vector<std::string>{"hurt"});
    const auto versions = desk.store().facts_of("N-2026-0001/1");
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].facts_json == R"({"years_old":7,"hurt":"yes"})");
    CHECK(versions[1].facts_json == R"({"years_old":7,"hurt":{"value":"no","source":"hospital"}})");
    CHECK(versions[1].reason == "a letter came");
    CHECK(desk.store().pending() == std::vector<std::string>{"N-2026-0001/1"});

    SUBCASE("the same again changes nothing") {
        const auto events = desk.events();
        const auto again = change(desk, amendment);
        CHECK(again.version == 2);
        CHECK(again.changed.empty());
        CHECK(desk.events() == events);
    }
    SUBCASE("an answer can become blank again") {
        CHECK(change(desk, answer("hurt", Answer::blank())).version == 3);
        CHECK(desk.at("N-2026-0001/1").facts.facts_json == R"({"years_old":7})");
    }
}

TEST_CASE("computed ages follow the dates") {
    Desk desk;
    auto record = incoming("hurt=yes");
    record.date_of_birth = day("2010-06-15");
    record.dates.incident_on = day("2026-06-14");
    desk.recorded(record);
    Amendment amendment;
    amendment.dates["incident_on"] = day("2026-06-15");
    amendment.reason = "the diary says so";

    SUBCASE("a later incident") {
        const auto result = change(desk, amendment);
        CHECK(result.changed == std::vector<std::string>{"incident_on"});
        CHECK(result.computed == std::vector<std::string>{"years_old", "years_old_then"});
        const auto facts =
            facts_from_json(harbour::rules(), desk.at("N-2026-0001/1").facts.facts_json);
        CHECK(facts.answers[fact("years_old")] == Answer::given(16));
    }
    SUBCASE("no incident date leaves the age blank") {
        amendment.dates["incident_on"] = std::nullopt;
        change(desk, amendment);
        CHECK(desk.at("N-2026-0001/1").facts.facts_json == R"({"hurt":"yes"})");
    }
    SUBCASE("an age that disagrees with the dates is refused") {
        CHECK(change(desk, answer("years_old", Answer::given(3))).refusal->field == "years_old");
    }
    SUBCASE("a date to come is refused unless it is planned") {
        amendment.dates["incident_on"] = day("2026-11-24");
        CHECK(change(desk, amendment).refusal->field == "incident_on");
        CHECK_FALSE(change(desk, amendment, true).refusal);
    }
}

TEST_CASE("an amendment is checked like a record that came in") {
    Desk desk;
    desk.recorded(incoming("hurt=no"));
    const auto events = desk.events();

    SUBCASE("facts that contradict each other") {
        const auto result = change(desk, answer("drowned", Answer::given(0)));
        REQUIRE(result.refusal);
        CHECK(result.refusal->problem.find("Who drowned was hurt") != std::string::npos);
        CHECK(desk.events() == events);
    }
    SUBCASE("an answer that needs a ground") {
        auto amendment = answer("lookout", Answer::given(2));
        CHECK(change(desk, amendment).refusal->field == "lookout");
        amendment.attribution.ground = "a film of the whole hour";
        CHECK(change(desk, amendment).version == 2);
        CHECK(change(desk, answer("hurt", Answer::unknown())).version == 3);
    }
}

TEST_CASE("identities are added once and kept apart from the facts") {
    Desk desk;
    desk.recorded(incoming("hurt=no"));
    const std::vector<record::Identity> identities{{"child", "name", "Wren Invented"},
                                                   {"child", "school", "Quay School"},
                                                   {"child", "name", "Wren Invented"}};
    Batch batch(desk.store(), desk.act("notify.identities"));
    const auto first = add_identities(batch, "N-2026-0001/1", identities);
    batch.commit();
    CHECK(first.added == 2);
    CHECK(first.already == 1);
    const auto events = desk.events();
    const auto second = add_identities(batch, "N-2026-0001/1", identities);
    batch.commit();
    CHECK(second.added == 0);
    CHECK(second.already == 3);
    CHECK(desk.events() == events);
    CHECK(desk.store().identities_of("N-2026-0001/1").size() == 2);
}

}  // namespace
}  // namespace scr::casework
