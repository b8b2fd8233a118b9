#include "scr/casework/screen.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"

namespace scr::casework {
namespace {

using criteria::Blanks;
using harbour::Desk;
using harbour::incoming;

TEST_CASE("a screening names what it rests on") {
    Desk desk;
    const auto child = desk.recorded(incoming("drowned=yes hurt=yes"));
    const auto screening = desk.screen(child.reference);
    const auto stored = desk.store().screenings_of(child.reference).at(0);
    CHECK(stored.reference == "N-2026-0001/1@1");
    CHECK(screening.record.reference == stored.reference);
    CHECK(stored.criteria_id == "harbour");
    CHECK(stored.criteria_digest == harbour::criteria()->digest);
    CHECK(stored.facts_digest == child.facts.digest);
    CHECK(stored.program_version == "0.1.0");
    REQUIRE(stored.results.size() == 2);
    CHECK(stored.results[0].outcome == "undetermined");
    CHECK(stored.results[0].possible == std::vector<std::string>{"must", "none_needed"});
    CHECK(stored.results[1].outcome == "tell");
    CHECK(stored.criteria == std::vector<std::string>{"drowning"});
    CHECK(stored.missing == std::vector<std::string>{"years_old"});
    REQUIRE(stored.decisive);
    CHECK(*stored.decisive ==
          std::vector<record::Decisive>{{"inquiry", {}}, {"word", {"drowned=yes"}}});
    CHECK(desk.store().pending().empty());
}

TEST_CASE("the same facts and criteria text and reading add no second screening") {
    Desk desk;
    const auto reference = desk.recorded(incoming("drowned=yes hurt=yes")).reference;
    desk.screen(reference);
    const auto events = desk.events();

    SUBCASE("again") {
        const auto again = desk.screen(reference);
        CHECK(again.already);
        CHECK(again.record.reference == "N-2026-0001/1@1");
        CHECK(desk.events() == events);
    }
    SUBCASE("blanks as unknown are another reading") {
        CHECK_FALSE(desk.screen(reference, Blanks::as_unknown).already);
        CHECK(desk.store().screenings_of(reference).at(1).blank_as_unknown);
        CHECK_FALSE(desk.screen(reference).already);
        CHECK_FALSE(desk.store().screenings_of(reference).back().blank_as_unknown);
    }
    SUBCASE("another text of the same id is another screening") {
        const auto other = harbour::criteria("# reviewed\n");
        const criteria::Screener screener(other->criteria);
        auto screening = std::get<CaseScreening>(
            screen_case(desk.at(reference), other, screener, Blanks::take_default));
        Batch batch(desk.store(), desk.act("screen"));
        ScreeningLog log(batch, "0.1.0");
        log.add(screening);
        CHECK(screening.record.reference == "N-2026-0001/1@2");
        log.add(screening);
        CHECK(screening.already);
        batch.commit();
        CHECK(desk.store().screenings_of(reference).size() == 2);
    }
}

TEST_CASE("cases may be read before the first of them is screened") {
    Desk desk;
    const auto first = desk.recorded(incoming("drowned=yes hurt=yes"));
    auto other = incoming("drowned=no hurt=yes");
    other.ref = "another";
    const auto second = desk.recorded(other);
    const auto screened = [&](const record::Case& child) {
        return std::get<CaseScreening>(screen_case(child, harbour::criteria(), harbour::screener(),
                                                   Blanks::take_default));
    };
    Batch batch(desk.store(), desk.act("screen"));
    ScreeningLog log(batch, "0.1.0");
    // One of them is named twice.
    for (const auto& child : {first, second, first}) CHECK(!log.newest(child.reference));
    for (const auto& child : {first, second, first}) {
        auto screening = screened(child);
        log.add(screening, std::nullopt);
        CHECK(screening.record.reference == child.reference + "@1");
    }
    CHECK(!log.newest(first.reference));
    batch.commit();
    CHECK(log.newest(first.reference)->reference == first.reference + "@1");
    CHECK(desk.store().screenings_of(first.reference).size() == 1);
}

TEST_CASE("a case taken in just now is screened in the same change") {
    Desk desk;
    Batch batch(desk.store(), desk.act("screen"));
    auto record = incoming("drowned=yes hurt=yes years_old=9");
    const auto screening = std::get<criteria::Screening>(examine(harbour::screener(), record));
    const auto taken = Registrar(batch, desk.rules()).take_in(record);
    ScreeningLog log(batch, "0.1.0");
    auto stored =
        to_record(*harbour::criteria(), harbour::screener(), screening, Blanks::take_default);
    stored.program_version = "0.1.0";
    CHECK(log.add_new(*harbour::criteria(), taken.case_reference, taken.facts_digest,
                      CommonScreening(stored)) == "N-2026-0001/1@1");
    batch.commit();
    CHECK(desk.events() == 1);
    CHECK(desk.screen("N-2026-0001/1").already);
}

TEST_CASE("a case whose answer the criteria do not know is not read as silence") {
    Desk desk;
    auto child = desk.recorded(incoming("drowned=yes hurt=yes"));
    child.facts.facts_json = R"({"hurt":"yes","berth":"far"})";
    const auto screened =
        screen_case(child, harbour::criteria(), harbour::screener(), Blanks::take_default);
    const auto& rejected = std::get<RejectedRecord>(screened);
    CHECK(rejected.field == "berth");
    CHECK(rejected.problem == "N-2026-0001/1 has an answer to `berth` that harbour does not know");
}

TEST_CASE("criteria are compiled once for each text") {
    Screeners screeners;
    const auto* first = &screeners.of(harbour::criteria());
    CHECK(&screeners.of(harbour::criteria()) == first);
    CHECK(&screeners.of(harbour::criteria("# other\n")) != first);
}

}  // namespace
}  // namespace scr::casework
