#include "scr/casework/weighed_factors.hpp"

#include <doctest/doctest.h>

#include "casework/lighthouse.hpp"

namespace scr::casework {
namespace {

const criteria::Criteria& watch_rules() {
    static lighthouse::Library library;
    return library.by_name("")->criteria;
}

record::Weighing weighed(const std::string& checklist, const std::string& factor,
                         const std::string& answer) {
    record::Weighing weighing;
    weighing.checklist = checklist;
    weighing.factor = factor;
    weighing.answer = answer;
    return weighing;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the newest weighing of a factor stands") {
    const auto factors = weighed_factors(
        watch_rules(), {weighed("watch", "keeper", "yes"), weighed("watch", "keeper", "no"),
                        weighed("weather", "fog", "thick")});
    REQUIRE(factors.size() == 3);
    REQUIRE(factors[0].weighing);
    CHECK(factors[0].weighing->answer == "no");
    CHECK_FALSE(factors[1].weighing);  // the fog of the other checklist
    CHECK(factors[2].weighing->answer == "thick");
}

TEST_CASE("what was weighed under another file is not taken for this one's") {
    const auto factors = weighed_factors(
        watch_rules(), {weighed("harbour", "keeper", "yes"), weighed("watch", "lamp", "yes")});
    for (const auto& factor : factors) CHECK_FALSE(factor.weighing);
}

TEST_CASE("what is not weighed before a kind of review is named until it is") {
    CHECK(unweighed_before(watch_rules(), {}, "great_inquiry") == Names{"keeper", "watch.fog"});
    CHECK(unweighed_before(watch_rules(), {weighed("watch", "fog", "unknown")}, "great_inquiry") ==
          Names{"keeper"});
    CHECK(unweighed_before(watch_rules(), {}, "small_inquiry").empty());
}

}  // namespace scr::casework
