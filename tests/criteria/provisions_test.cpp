#include "scr/criteria/provisions.hpp"

#include "criteria/small_criteria.hpp"

namespace scr::criteria {
namespace {

constexpr std::string_view sourced = R"(
[source.almanac]
title = "The almanac"
[[source.almanac.provision]]
id = "rain"
says = "take a coat in the rain"
[[source.almanac.provision]]
id = "snow"
says = "stay at home"
out_of_scope = "nobody asks"
[source.habit]
title = "Habit"

[[criterion]]
id = "rain"
determination = "advice"
outcome = "coat"
when = "raining"
text = "It rains"
cite = ["almanac: rain", "habit"]

[checklist.leaving]
title = "Whether to leave the house"
cite = ["habit"]
[[checklist.leaving.factor]]
id = "shoes"
text = "There are shoes"
[[checklist.leaving.factor]]
id = "flood"
text = "There may be a flood"
cite = ["almanac: rain"]

[[example]]
name = "A wet day"
facts = { raining = "yes" }
expect = { advice = "coat" }

[[example]]
name = "A day nobody looked at"
facts = {}
expect = { advice = "undetermined" }
)";

}  // namespace

TEST_CASE(
    "provisions stand in file order with the rules that cite them and the source after them") {
    const Criteria criteria = test::criteria_with(sourced);
    const auto carried = carried_provisions(criteria);
    REQUIRE(carried.size() == 3);
    CHECK(carried[0].provision == 0);
    CHECK(carried[0].criteria == std::vector<std::size_t>{0});
    CHECK(carried[0].checklists.empty());
    CHECK(carried[0].factors == std::vector<FactorPlace>{{0, 1}});
    CHECK(carried[1].provision == 1);
    CHECK_FALSE(carried[1].cited());
    CHECK(carried[2].source == 1);
    CHECK_FALSE(carried[2].provision.has_value());
    CHECK(carried[2].criteria == std::vector<std::size_t>{0});
    CHECK(carried[2].checklists == std::vector<std::size_t>{0});
    CHECK(carried[2].factors.empty());
}

TEST_CASE("an example belongs to the criteria that hold in it for certain") {
    const Criteria criteria = test::criteria_with(sourced);
    const Screener screener(criteria);
    CHECK(examples_by_criterion(screener) == std::vector<std::vector<std::size_t>>{{0}});
}

}  // namespace scr::criteria
