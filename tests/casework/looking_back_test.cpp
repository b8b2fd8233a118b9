#include "scr/casework/looking_back.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"
#include "scr/casework/screen.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

/// A case recorded on 10 March as not drowned, and on 12 March as drowned.
struct Recorded {
    Harbour harbour;
    std::string child;

    Recorded() {
        child = harbour.notify(R"({"drowned":"no","lamp_lit":"yes"})");
        harbour.now = "2025-03-12T09:00:00Z";
        harbour.amend(child, R"({"drowned":"yes","lamp_lit":"yes"})");
    }

    std::variant<record::Case, ChoiceRefusal> known_at(const std::string& on,
                                                       const std::string& before) {
        const LookingBack back{{}, day(on), before};
        return as_known(harbour.store(), harbour.store().case_of(child).value(), back);
    }
};

int version_of(const std::variant<record::Case, ChoiceRefusal>& known) {
    const auto* child = std::get_if<record::Case>(&known);
    return child != nullptr ? child->facts.number : 0;
}

}  // namespace

TEST_CASE("the facts are the newest that were recorded before the day ended") {
    Recorded recorded;
    CHECK(version_of(recorded.known_at("2025-03-12", "2025-03-13T00:00:00Z")) == 2);
    CHECK(version_of(recorded.known_at("2025-03-11", "2025-03-12T00:00:00Z")) == 1);
    // What is recorded at the very instant at which the day ends belongs to the next.
    CHECK(version_of(recorded.known_at("2025-03-11", "2025-03-12T09:00:00Z")) == 1);
    CHECK(version_of(recorded.known_at("2025-03-10", "2025-03-11T00:00:00Z")) == 1);
}

TEST_CASE("a case that was not recorded by then is refused") {
    Recorded recorded;
    const auto known = recorded.known_at("2025-03-09", "2025-03-10T00:00:00Z");
    const auto& refusal = std::get<ChoiceRefusal>(known);
    CHECK(refusal.why == "it was not recorded by the end of 2025-03-09");
    CHECK(refusal.note == "it was recorded at 2025-03-10T09:00:00Z");
}

TEST_CASE("without a day the facts are those of the case as it stands") {
    Recorded recorded;
    const auto child = recorded.harbour.store().case_of(recorded.child).value();
    CHECK(version_of(as_known(recorded.harbour.store(), child, {})) == 2);
}

TEST_CASE("what was known then is screened with the answers of then") {
    Recorded recorded;
    const auto criteria = recorded.harbour.library.by_name("");
    const criteria::Screener screener(criteria->criteria);
    const auto outcome = [&](const std::string& on, const std::string& before) {
        const auto known = recorded.known_at(on, before);
        const auto screened = screen_case(std::get<record::Case>(known), criteria, screener,
                                          criteria::Blanks::take_default);
        return std::get<CaseScreening>(screened).record.results.front().outcome;
    };
    CHECK(outcome("2025-03-11", "2025-03-12T00:00:00Z") == "none");
    CHECK(outcome("2025-03-12", "2025-03-13T00:00:00Z") == "great");
    CHECK(recorded.harbour.store().pending().size() == 1);
}

TEST_CASE("what was looked back at is said in words") {
    CHECK(in_words({day("2018-07-01"), day("2026-05-03"), ""}, 1, 3) ==
          "the criteria in force on 2018-07-01; the facts as recorded by the end of 2026-05-03, "
          "version 1 of 3");
    CHECK(in_words({}, 1, 1).empty());
}

}  // namespace scr::casework
