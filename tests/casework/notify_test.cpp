#include "scr/casework/notify.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"
#include "scr/casework/amend.hpp"

namespace scr::casework {
namespace {

using harbour::day;
using harbour::Desk;
using harbour::incoming;
using Kind = Taken::Kind;

IncomingRecord of_incident(const std::string& ref, const std::string& incident) {
    auto record = incoming("hurt=yes", ref);
    record.incident = incident;
    return record;
}

// Whether a look is needed is told by the order of an agency's names, byte by byte.
TEST_CASE("records come again in any order, of any agency, and add nothing") {
    Desk desk;
    const std::vector<std::pair<std::string, std::string>> names{
        {"Pilots", "M"}, {"Pilots", "Z"},        {"Pilots", "a"},  {"Pilots", "\u00e9"},
        {"Pilots", "B"}, {"Ferrymen", "\u00e9"}, {"Ferrymen", "A"}};
    for (const auto& [agency, ref] : names) {
        CHECK(desk.take(incoming("hurt=yes", ref, agency)).kind == Kind::recorded);
    }
    for (const auto& [agency, ref] : names) {
        CHECK(desk.take(incoming("hurt=yes", ref, agency)).kind == Kind::already_there);
    }
    CHECK(desk.take(incoming("hurt=yes", "Z", "Ferrymen")).kind == Kind::recorded);
}

TEST_CASE("incidents are found in any order") {
    Desk desk;
    const std::vector<std::string> incidents{"M", "z", "B", "\u00e9"};
    for (const auto& incident : incidents) {
        CHECK_FALSE(desk.take(of_incident("first " + incident, incident)).joined);
    }
    for (const auto& incident : incidents) {
        CHECK(desk.take(of_incident("second " + incident, incident)).joined);
    }
    CHECK_FALSE(desk.take(of_incident("third", "C")).joined);
}

TEST_CASE("a record becomes a case of a notification") {
    Desk desk;
    auto record = incoming("drowned=yes hurt=yes");
    record.child = "a";
    record.summary = "Fell from the quay";
    record.dates.received_on = day("2025-12-30");
    record.dates.incident_on = day("2025-12-29");
    record.date_of_birth = day("2017-12-30");
    const auto taken = desk.take(record);
    REQUIRE(taken.kind == Kind::recorded);
    CHECK(taken.case_reference == "N-2025-0001/1");
    const auto child = desk.at("N-2025-0001/1");
    CHECK(child.facts.number == 1);
    CHECK(child.facts.digest == taken.facts_digest);
    CHECK(child.facts.dates == record.dates);
    CHECK(child.date_of_birth == record.date_of_birth);
    CHECK(child.facts.facts_json.find("2017") == std::string::npos);
    CHECK(child.facts.facts_json.starts_with(R"({"years_old":{"value":7,"source":"computed)"));
    const auto notification = desk.store().notification("N-2025-0001").value();
    CHECK(notification.summary == "Fell from the quay");
    CHECK(desk.store().criteria(notification.criteria_digest)->text == harbour::criteria()->text);
}

TEST_CASE("the year of a reference is that of receipt or of today") {
    Desk desk;
    CHECK(desk.take(incoming("hurt=yes")).case_reference == "N-2026-0001/1");
    CHECK_FALSE(desk.at("N-2026-0001/1").facts.dates.received_on);
    CHECK(desk.store().notification("N-2026-0001")->received_on == day("2026-11-23"));
}

TEST_CASE("agency and ref and child together are unique") {
    Desk desk;
    desk.recorded(incoming("hurt=yes"));
    const auto events = desk.events();

    SUBCASE("the same content is already there and nothing is written") {
        const auto again = desk.take(incoming("hurt=yes"));
        CHECK(again.kind == Kind::already_there);
        CHECK(again.case_reference == "N-2026-0001/1");
        CHECK(desk.events() == events);
    }
    SUBCASE("other facts are refused and the help names the way") {
        const auto other = desk.take(incoming("hurt=no"));
        REQUIRE(other.kind == Kind::refused);
        CHECK(other.refusal->field == "ref");
        CHECK(other.refusal->help == "scr notify amend N-2026-0001/1 NAME=VALUE --reason TEXT");
        CHECK(desk.events() == events);
    }
    SUBCASE("other dates are other content") {
        auto record = incoming("hurt=yes");
        record.dates.died_on = day("2026-11-01");
        CHECK(desk.take(record).kind == Kind::refused);
    }
    SUBCASE("another date of birth is other content") {
        auto record = incoming("hurt=yes");
        record.date_of_birth = day("2020-11-01");
        CHECK(desk.take(record).kind == Kind::refused);
    }
    SUBCASE("another child or agency is another record") {
        auto record = incoming("hurt=no");
        record.child = "b";
        CHECK(desk.take(record).kind == Kind::recorded);
        CHECK(desk.take(incoming("hurt=no", "A1", "Ferry")).kind == Kind::recorded);
    }
    SUBCASE("a file whose case was amended since is still already there") {
        Batch batch(desk.store(), desk.act("notify.amend"));
        Amendment amendment;
        amendment.answers[2] = criteria::Answer::given(1);
        amendment.reason = "seen by a doctor";
        REQUIRE(amend(batch, harbour::criteria(), harbour::screener(), "N-2026-0001/1", amendment,
                      day("2026-11-23"), false)
                    .version == 2);
        batch.commit();
        const auto again = desk.take(incoming("hurt=yes"));
        CHECK(again.kind == Kind::already_there);
        CHECK(again.facts_version == 1);
        CHECK(again.stored->facts.number == 2);
    }
}

TEST_CASE("a record without a ref is new every time except from a file") {
    Desk desk;
    CHECK(desk.take(incoming("hurt=yes", "")).kind == Kind::recorded);
    CHECK(desk.take(incoming("hurt=yes", "")).case_reference == "N-2026-0002/1");
    auto rules = desk.rules();
    rules.from_file = true;
    const auto refused = desk.take(incoming("hurt=yes", ""), rules);
    REQUIRE(refused.kind == Kind::refused);
    CHECK(refused.refusal->field == "ref");
}

TEST_CASE("repetitions within one batch are seen before the commit") {
    Desk desk;
    Batch batch(desk.store(), desk.act());
    Registrar registrar(batch, desk.rules());
    CHECK(registrar.take_in(of_incident("A1", "I")).case_reference == "N-2026-0001/1");
    CHECK(registrar.take_in(of_incident("A1", "I")).kind == Kind::already_there);
    CHECK(registrar.take_in(incoming("hurt=no")).kind == Kind::refused);
    CHECK(registrar.take_in(of_incident("A2", "I")).case_reference == "N-2026-0001/2");
    batch.commit();
    CHECK(registrar.take_in(of_incident("A1", "I")).kind == Kind::already_there);
    CHECK(registrar.take_in(of_incident("A3", "I")).case_reference == "N-2026-0001/3");
    batch.commit();
    CHECK(desk.store().cases_of("N-2026-0001").size() == 3);
    CHECK(desk.events() == 2);
}

TEST_CASE("rows of one agency and incident form one notification") {
    Desk desk;
    CHECK(desk.take(of_incident("A1", "I")).joined == false);
    const auto second = desk.take(of_incident("A2", "I"));
    CHECK(second.joined);
    CHECK(second.case_reference == "N-2026-0001/2");

    SUBCASE("another agency's label is another incident") {
        auto record = of_incident("A3", "I");
        record.agency = "Ferry";
        CHECK(desk.take(record).case_reference == "N-2026-0002/1");
    }
    SUBCASE("another criteria text does not join") {
        auto rules = desk.rules();
        rules.criteria = harbour::criteria("# reviewed\n");
        const auto other = desk.take(of_incident("A3", "I"), rules);
        REQUIRE(other.kind == Kind::refused);
        CHECK(other.refusal->field == "incident");
        CHECK(desk.store().cases_of("N-2026-0001").size() == 2);
    }
    SUBCASE("a blank label joins nothing") {
        CHECK(desk.take(of_incident("A3", "")).case_reference == "N-2026-0002/1");
        CHECK(desk.take(of_incident("A4", "")).case_reference == "N-2026-0003/1");
    }
    SUBCASE("a summary that the notification does not have is said") {
        auto record = of_incident("A3", "I");
        record.summary = "Another story";
        CHECK(desk.take(record).notification_differs);
    }
}

TEST_CASE("a child is added to a notification") {
    Desk desk;
    desk.recorded(incoming("hurt=yes"));
    auto rules = desk.rules();
    rules.add_to = desk.store().notification("N-2026-0001");
    const auto taken = desk.take(incoming("hurt=no", "A2", ""), rules);
    CHECK(taken.case_reference == "N-2026-0001/2");
    CHECK(desk.at("N-2026-0001/2").agency == "Pilots");
    CHECK(desk.take(incoming("hurt=no", "A2", ""), rules).kind == Kind::already_there);
    CHECK(desk.take(incoming("hurt=no", "A3", "Ferry"), rules).refusal->field == "agency");
    rules.criteria = harbour::criteria("# reviewed\n");
    const auto other = desk.take(incoming("hurt=no", "A4", ""), rules);
    REQUIRE(other.kind == Kind::refused);
    CHECK(other.refusal->help.find("--criteria") != std::string::npos);
}

TEST_CASE("an answer that needs a ground is not stored without one") {
    Desk desk;
    auto record = incoming("lookout=kept_for_certain");
    const auto refused = desk.take(record);
    REQUIRE(refused.kind == Kind::refused);
    CHECK(refused.refusal->field == "lookout");
    CHECK(refused.refusal->problem == "`kept_for_certain` for `lookout` needs a written ground");
    record.attributions[5].judged_by = "the mate";
    CHECK(desk.take(record).kind == Kind::refused);
    record.attributions[5].ground = "a film of the whole hour";
    CHECK(desk.take(record).kind == Kind::recorded);
}

TEST_CASE("a date after today is refused unless it is planned") {
    Desk desk;
    auto record = incoming("hurt=yes");
    record.dates.received_on = day("2026-11-24");
    const auto refused = desk.take(record);
    REQUIRE(refused.kind == Kind::refused);
    CHECK(refused.refusal->field == "received_on");
    CHECK(refused.refusal->problem.find("2026") == std::string::npos);
    auto rules = desk.rules();
    rules.planned = true;
    CHECK(desk.take(record, rules).kind == Kind::recorded);
}

TEST_CASE("a batch that is not committed leaves no trace") {
    Desk desk;
    {
        Batch batch(desk.store(), desk.act(), Batch::Commits::at_the_end);
        Registrar(batch, desk.rules()).take_in(incoming("hurt=yes"));
        CHECK_FALSE(batch.count(1));
    }
    CHECK(desk.events() == 0);
    CHECK_FALSE(desk.store().notification("N-2026-0001"));
}

TEST_CASE("a batch is full after a portion") {
    Desk desk;
    Batch batch(desk.store(), desk.act());
    for (std::size_t i = 1; i < Batch::portion; ++i) REQUIRE_FALSE(batch.count(1));
    CHECK(batch.count(1));
}

TEST_CASE("a batch is full after much text as well unless it is one transaction") {
    Desk desk;
    CHECK_FALSE(Batch(desk.store(), desk.act()).count(Batch::most_bytes - 1));
    CHECK(Batch(desk.store(), desk.act()).count(Batch::most_bytes));
    CHECK_FALSE(
        Batch(desk.store(), desk.act(), Batch::Commits::at_the_end).count(Batch::most_bytes));
}

}  // namespace
}  // namespace scr::casework
