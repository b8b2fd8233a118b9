#include "scr/casework/naming.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"
#include "casework/review_steps.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

TEST_CASE("a name of cases is a reference or a pseudonym") {
    Harbour harbour;
    const auto first = harbour.notify();
    const auto second = harbour.add_child("N-2025-0001", "{}", "b");
    harbour.screen(first);

    SUBCASE("a notification means all its children") {
        const auto cases = cases_named(harbour.store(), "N-2025-0001");
        REQUIRE(cases.size() == 2);
        CHECK(cases[1].reference == second);
    }
    SUBCASE("what is named twice comes once") {
        const auto cases =
            cases_named(harbour.store(), std::vector<std::string>{second, "n-2025-0001"});
        REQUIRE(cases.size() == 2);
        CHECK(cases[0].reference == second);
    }
    SUBCASE("a pseudonym means the cases of its review in any letter case") {
        lighthouse::open(harbour, first, "Child J");
        CHECK(case_named(harbour.store(), " child j").reference == first);
    }
    SUBCASE("one case is not several") {
        CHECK_THROWS_WITH_AS(case_named(harbour.store(), "N-2025-0001"),
                             "`N-2025-0001` stands for 2 records", Failure);
    }
    SUBCASE("what is not there is refused by its kind") {
        CHECK_THROWS_WITH_AS(case_named(harbour.store(), "N-2025-0001/9"),
                             "there is no case `N-2025-0001/9`", Failure);
        CHECK_THROWS_WITH_AS(case_named(harbour.store(), "N-2025-0009"),
                             "there is no notification `N-2025-0009`", Failure);
        CHECK_THROWS_WITH_AS(case_named(harbour.store(), "R-2025-0001"),
                             "`R-2025-0001` is a review, not a case", Failure);
        CHECK_THROWS_WITH_AS(case_named(harbour.store(), "Child Z"),
                             "`Child Z` is neither a reference nor a pseudonym of this store",
                             Failure);
    }
}

TEST_CASE("several reviews of one pseudonym are listed and not guessed") {
    Harbour harbour;
    const auto first = harbour.notify();
    harbour.screen(first);
    const auto review = lighthouse::open(harbour, first, "Child J");
    close_review(harbour.store(), harbour.library, review, day("2025-04-01"), harbour.act());
    lighthouse::open(harbour, first, "Child J");

    CHECK(reviews_called(harbour.store(), "CHILD J").size() == 2);
    try {
        review_named(harbour.store(), "Child J");
        FAIL("one was guessed");
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::not_allowed);
        CHECK(failure.note() ==
              "they are R-2025-0001 (Great inquiry, opened 2025-03-20) and R-2025-0002 "
              "(Great inquiry, opened 2025-03-20)");
    }
    CHECK(review_named(harbour.store(), "r-2025-0002").reference == "R-2025-0002");
}

}  // namespace
}  // namespace scr::casework
