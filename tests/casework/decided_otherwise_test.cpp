#include "scr/casework/decided_otherwise.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"

namespace scr::casework {
namespace {

using lighthouse::Harbour;

/// A case that was decided on the first version of its facts, by which a child drowned.
struct Decided {
    Harbour harbour;
    std::string child;

    Decided() {
        child = harbour.notify(R"({"drowned":"yes","lamp_lit":"yes"})");
        harbour.screen(child);
        lighthouse::decide(harbour, lighthouse::decision(child));
    }

    std::optional<DecidedOtherwise> now() {
        Screeners screeners;
        return decided_otherwise(harbour.store(), harbour.library, screeners,
                                 harbour.store().case_of(child).value());
    }
};

}  // namespace

TEST_CASE("a case decided on its newest facts is left alone") {
    Decided decided;
    CHECK_FALSE(decided.now());
}

TEST_CASE("newer facts that screen otherwise are told with the command to screen them") {
    Decided decided;
    decided.harbour.amend(decided.child, R"({"drowned":"no","lamp_lit":"yes"})");
    const auto found = decided.now();
    REQUIRE(found);
    CHECK(found->screening == "N-2025-0001/1@1");
    CHECK(found->facts_version == 2);
    CHECK(found->command == "scr screen N-2025-0001/1");
    CHECK(found->in_words() ==
          "decided on N-2025-0001/1@1: version 2 of the facts gives inquiry none instead of "
          "great; signal silent instead of signal");
    CHECK(decided.harbour.store().screenings_of(decided.child).size() == 1);
}

TEST_CASE("once they are screened what waits is the decision") {
    Decided decided;
    decided.harbour.amend(decided.child, R"({"drowned":"no","lamp_lit":"yes"})");
    decided.harbour.screen(decided.child, "none", "silent");
    REQUIRE(decided.now());
    CHECK(decided.now()->command.starts_with("scr review decide N-2025-0001/1 "));

    auto request = lighthouse::decision(decided.child);
    request.reasons = "as before";
    lighthouse::decide(decided.harbour, request);
    CHECK_FALSE(decided.now());
}

TEST_CASE("newer facts that screen as before change nothing") {
    Decided decided;
    decided.harbour.amend(decided.child, R"({"drowned":"yes","lamp_lit":"no"})");
    CHECK_FALSE(decided.now());
}

TEST_CASE("facts that leave the outcome open are told with what is possible") {
    Decided decided;
    decided.harbour.amend(decided.child, R"({"lamp_lit":"no"})");
    REQUIRE(decided.now());
    CHECK(decided.now()->changes.front() ==
          "inquiry undetermined (great or small) instead of great");
}

TEST_CASE("an undecided case is left alone") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.screen(child);
    harbour.amend(child, R"({"drowned":"no"})");
    Screeners screeners;
    CHECK_FALSE(decided_otherwise(harbour.store(), harbour.library, screeners,
                                  harbour.store().case_of(child).value()));
}

}  // namespace scr::casework
