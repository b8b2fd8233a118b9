#include "scr/casework/recall.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"

namespace scr::casework {
namespace {

using lighthouse::Harbour;

/// A child who drowned under a lit lamp, screened, with that text kept under `digest`.
record::ScreeningRecord drowned(Harbour& harbour, CriteriaText text) {
    const auto child = harbour.notify(R"({"drowned":"yes","lamp_lit":"yes"})");
    const auto criteria = harbour.library.by_name("");
    Screeners screeners;
    auto screened = screen_case(harbour.store().case_of(child).value(), criteria,
                                screeners.of(criteria), criteria::Blanks::take_default);
    auto record = std::get<CaseScreening>(std::move(screened)).record;
    record.criteria_digest = text.digest;
    record.program_version = "0";
    const auto change = harbour.store().begin(harbour.act("screen"));
    change->keep_criteria(text);
    record.reference = change->add_screening(record);
    change->commit();
    return record;
}

CriteriaText lighthouse_text(Harbour& harbour) {
    return to_stored_text(*harbour.library.by_name(""));
}

Recalled recalled(Harbour& harbour, const record::ScreeningRecord& recorded) {
    Screeners screeners;
    return recall(harbour.store().case_of(recorded.case_reference).value(),
                  harbour.store().facts_of(recorded.case_reference), recorded,
                  recall_text(harbour.store(), harbour.library, recorded.criteria_digest),
                  screeners);
}

}  // namespace

TEST_CASE("a screening is recalled on the facts that it names though there are newer ones") {
    Harbour harbour;
    const auto recorded = drowned(harbour, lighthouse_text(harbour));
    harbour.amend(recorded.case_reference, R"({"drowned":"no","lamp_lit":"yes"})");
    const auto found = recalled(harbour, recorded);
    CHECK(found.problems.empty());
    REQUIRE(found.again);
    CHECK(found.again->record.reference == "N-2025-0001/1@1");
    CHECK(found.again->child.facts.number == 1);
    CHECK(found.again->record.results == recorded.results);
}

TEST_CASE("a text that is not the one named gives no criteria by that name") {
    Harbour harbour;
    auto text = lighthouse_text(harbour);
    text.digest = std::string(64, 'a');
    const auto recorded = drowned(harbour, text);
    const auto kept = recall_text(harbour.store(), harbour.library, text.digest);
    CHECK(kept.criteria);
    CHECK_FALSE(kept.named());
    CHECK(recalled(harbour, recorded).problems ==
          std::vector<std::string>{"the criteria text is not the one whose digest it names"});
}

TEST_CASE("a text or facts that are not kept are a problem and no failure") {
    Harbour harbour;
    auto recorded = drowned(harbour, lighthouse_text(harbour));
    SUBCASE("the text is not kept") {
        recorded.criteria_digest = std::string(64, 'b');
        const auto found = recalled(harbour, recorded);
        CHECK_FALSE(found.again);
        CHECK(found.problems ==
              std::vector<std::string>{"the criteria text that it names is not kept"});
    }
    SUBCASE("nor are the facts") {
        recorded.facts_version = 7;
        const auto found = recalled(harbour, recorded);
        CHECK_FALSE(found.again);
        CHECK(found.problems == std::vector<std::string>{"the facts that it names are not kept"});
    }
}

TEST_CASE("what comes out otherwise is said beside what comes out") {
    Harbour harbour;
    auto recorded = drowned(harbour, lighthouse_text(harbour));
    recorded.criteria.clear();
    const auto found = recalled(harbour, recorded);
    CHECK(found.again);
    CHECK(found.problems ==
          std::vector<std::string>{
              "criteria that hold: recorded is none, and it comes out as drowning, call"});
}

}  // namespace scr::casework
