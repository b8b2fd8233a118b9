#include "criteria/difference_parts.hpp"

#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"

using namespace scr::criteria;
using test::criteria_with;

namespace {

constexpr std::string_view ours = R"toml(
[[deadline]]
id = "tell"
within = "5 working days"
from = "received_on"
when = "advice = coat"
[[deadline]]
id = "dry"
within = "2 days"
from = "opened_on"
[[review_kind]]
id = "walk"
label = "A walk"
[checklist.shoes]
title = "Whether shoes are fit"
[[checklist.shoes.factor]]
id = "soles"
text = "The soles hold"
)toml";

constexpr std::string_view theirs = R"toml(
[[deadline]]
id = "tell"
within = "3 working days"
from = "received_on"
when = "advice = coat and raining"
[[review_kind]]
id = "walk"
label = "A walk"
[checklist.shoes]
title = "Whether shoes are fit"
[[checklist.shoes.factor]]
id = "soles"
text = "The soles are whole"
[[checklist.shoes.factor]]
id = "laces"
text = "The laces hold"
[decision]
recommended_by = "the guide"
decided_by = "the decider"
)toml";

/// `kind id (A): what: first | second; …`
std::string line_of(const PartChange& change) {
    std::string line = change.kind + " " + change.id;
    if (change.only_in) line += *change.only_in == Side::first ? " (A)" : " (B)";
    for (const auto& [what, first, second] : change.changes) {
        line += fmt::format("; {}: {} | {}", what, first, second);
    }
    return line;
}

std::vector<std::string> differences(std::string_view first, std::string_view second) {
    std::vector<std::string> lines;
    for (const auto& change : compare_parts(criteria_with(first), criteria_with(second))) {
        lines.push_back(line_of(change));
    }
    return lines;
}

}  // namespace

TEST_CASE("what is done after a screening is compared part by part") {
    CHECK(differences(ours, theirs) ==
          std::vector<std::string>{
              "decision decision; recommended_by: the subgroup | the guide",
              "deadline tell; within: 5 working days | 3 working days; "
              "when: advice = coat | advice = coat and raining = yes",
              "deadline dry (A); within: 2 days | ; from: opened_on | ; force: guidance | ",
              "factor shoes.soles; text: The soles hold | The soles are whole",
              "factor shoes.laces (B); text:  | The laces hold"});
}

TEST_CASE("a condition is told where one file lacks it and where its test or its text changed") {
    const auto condition = [](std::string_view id, std::string_view when, std::string_view text) {
        return fmt::format("[condition.{}]\nwhen = \"{}\"\ntext = \"{}\"\n", id, when, text);
    };
    CHECK(
        differences(condition("cold", "degrees < 5", "It is cold") +
                        condition("calm", "wind in (none, breeze)", "It is calm") +
                        condition("mild", "not cold", "It is mild"),
                    condition("cold", "degrees < 8", "It is cold") +
                        condition("calm", "not wind in (storm)", "There is little wind") +
                        condition("hot", "degrees > 30", "It is hot")) ==
        std::vector<std::string>{"condition cold; when: degrees < 5 | degrees < 8",
                                 "condition calm; when: wind in (none, breeze) | not wind = storm; "
                                 "text: It is calm | There is little wind",
                                 "condition mild (A); when: not cold | ; text: It is mild | ",
                                 "condition hot (B); when:  | degrees > 30; text:  | It is hot"});
}

TEST_CASE("the same parts have no difference and make none of the files") {
    CHECK(differences(ours, ours).empty());
    CHECK_FALSE(compare(criteria_with(ours), criteria_with(ours)).any());
    CHECK(compare(criteria_with(ours), criteria_with(theirs)).any());
}
