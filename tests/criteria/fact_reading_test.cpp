#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"

namespace scr::criteria {

using test::criteria_with;
using test::Faults;
using test::faults_of;

TEST_CASE("a fact is read with all that it may say") {
    const Criteria criteria = criteria_with(R"(
[fact.age]
type = "integer"
unit = "years"
range = [0, 120]
years = { from = "date_of_birth", to = ["died_on", "incident_on"] }
ask = "How old?"
note = "At the time"
[fact.age_when_harmed]
type = "integer"
range = [0, 120]
if_blank_same_as = "age"
ask = "How old when harmed?"
[fact.joint_working]
type = "choice"
choices = ["concern", "not_established", "none"]
if_blank = "not_established"
if_unknown = "concern"
judgement = true
ground_required_for = ["none"]
ask = "Is there concern?"
[fact.visits]
type = "integer"
if_blank = 0
ask = "How many visits?"
[fact.born_alive]
type = "yes_no"
if_blank = true
if_unknown = "no"
ask = "Born alive?"
)");
    REQUIRE(criteria.facts.size() == 8);
    const Fact& age = criteria.facts[3];
    CHECK(age.unit == "years");
    CHECK(age.note == "At the time");
    CHECK(age.least == 0);
    CHECK(age.most == 120);
    CHECK(age.years.value().from == "date_of_birth");
    CHECK(age.years.value().to == std::vector<std::string>{"died_on", "incident_on"});
    CHECK(criteria.facts[4].if_blank_same_as == 3);
    const Fact& joint_working = criteria.facts[5];
    CHECK(joint_working.if_blank == 1);
    CHECK(joint_working.if_unknown == 0);
    CHECK(joint_working.judgement);
    CHECK(joint_working.ground_required_for == std::vector<std::int64_t>{2});
    CHECK(criteria.facts[6].if_blank == 0);
    CHECK(criteria.facts[6].most == 1'000'000);
    CHECK(criteria.facts[7].if_blank == 0);
    CHECK(criteria.facts[7].if_unknown == 1);
    CHECK_FALSE(criteria.facts[7].judgement);
}

TEST_CASE("facts keep the order of the file") {
    const Criteria criteria = criteria_with(
        "[fact.zebra]\ntype = \"yes_no\"\nask = \"?\"\n[[example]]\nfacts = {raining = "
        "\"yes\"}\nexpect = {advice = \"coat\"}\n[fact.ant]\ntype = \"yes_no\"\nask = \"?\"\n");
    CHECK(criteria.facts[3].id == "zebra");
    CHECK(criteria.facts[4].id == "ant");
}

TEST_CASE("type and choices of a fact are checked") {
    CHECK(faults_of("[fact.a]\ntype = \"yesno\"\nask = \"?\"\nif_blank = \"maybe\"") ==
          Faults{"2:9 unknown type `yesno`"});
    CHECK(faults_of("[fact.a]\nask = \" \"") ==
          Faults{"1:1 fact `a` has no `type`", "2:7 `ask` is blank"});
    CHECK(faults_of("[fact.a]\ntype = \"choice\"\nask = \"?\"") ==
          Faults{"1:1 fact `a` has no `choices`"});
    CHECK(faults_of("[fact.a]\ntype = \"choice\"\nchoices = []\nask = \"?\"") ==
          Faults{"3:11 `choices` is empty"});
    CHECK(faults_of("[fact.a]\ntype = \"choice\"\nask = \"?\"\n"
                    "choices = [\"unknown\", \"b\", \"b\", \"Big one\", \"not\", 3]") ==
          Faults{"4:13 `unknown` cannot be among the choices", "4:29 `b` is there twice",
                 "4:34 not an answer: `Big one`", "4:45 `not` is a word of expressions",
                 "4:51 `choices` must be a list of texts, none blank"});
    CHECK(faults_of("[fact.a]\ntype = \"yes_no\"\nchoices = [\"yes\"]\nask = \"?\"") ==
          Faults{"3:1 fact `a` has `choices` and is not of type choice"});
}

TEST_CASE("names of facts are checked") {
    const std::string rest = "\ntype = \"yes_no\"\nask = \"?\"";
    CHECK(faults_of("[fact.Died]" + rest) == Faults{"1:7 not a name: `Died`"});
    CHECK(faults_of("[fact.implies]" + rest) ==
          Faults{"1:7 `implies` cannot be the name of a fact"});
    CHECK(faults_of("[fact.died_on]" + rest) ==
          Faults{"1:7 `died_on` cannot be the name of a fact"});
    CHECK(faults_of("[fact.advice]" + rest) ==
          Faults{"-3:16 `advice` is already the name of a fact"});
}

TEST_CASE("ranges and computed years belong to whole numbers") {
    const std::string integer = "[fact.a]\ntype = \"integer\"\nask = \"?\"\n";
    const std::string yes_no = "[fact.a]\ntype = \"yes_no\"\nask = \"?\"\n";
    CHECK(faults_of(integer + "range = [3, 2]") == Faults{"4:9 the range ends before it begins"});
    CHECK(faults_of(integer + "range = [3, 2.5]") ==
          Faults{"4:9 `range` must be two whole numbers, as [0, 120]"});
    CHECK(faults_of(integer + "range = [0, 9000000000000000000]") ==
          Faults{"4:9 the range goes beyond 1000000000000"});
    CHECK(faults_of(yes_no + "range = [0, 1]") ==
          Faults{"4:1 fact `a` has `range` and is not of type integer"});
    CHECK(faults_of(yes_no + "years = { from = \"date_of_birth\", to = [\"died_on\"] }") ==
          Faults{"4:1 fact `a` has `years` and is not of type integer"});
    CHECK(faults_of(integer +
                    "years = { from = \"birth\", to = [\"died\", \"died_on\"], until = 1 }") ==
          Faults{"4:19 unknown date `birth`", "4:34 unknown date `died`",
                 "4:53 unknown key `until` in `years`"});
    CHECK(faults_of(integer + "years = { }") ==
          Faults{"4:9 `years` has no `from`", "4:9 `years` has no `to`"});
}

TEST_CASE("defaults are answers of the fact") {
    const std::string choice = "[fact.a]\ntype = \"choice\"\nchoices = [\"x\"]\nask = \"?\"\n";
    const std::string integer = "[fact.a]\ntype = \"integer\"\nrange = [0, 9]\nask = \"?\"\n";
    CHECK(faults_of(choice + "if_blank = \"y\"") ==
          Faults{"5:12 `if_blank` gives no answer to `a`: `y`"});
    CHECK(faults_of(choice + "if_unknown = 3") ==
          Faults{"5:14 `if_unknown` gives no answer to `a`: `3`"});
    CHECK(faults_of(choice + "ground_required_for = [\"x\", \"z\"]") ==
          Faults{"5:29 `ground_required_for` gives no answer to `a`: `z`"});
    CHECK(faults_of(integer + "if_blank = 10") ==
          Faults{"5:12 `if_blank` gives no answer to `a`: `10`"});
    CHECK(faults_of(integer + "judgement = \"yes\"") ==
          Faults{"5:13 `judgement` must be true or false"});
}

TEST_CASE("a fact may be the same unknown as a like fact only") {
    const std::string like = "[fact.a]\ntype = \"integer\"\nrange = [-50, 60]\nask = \"?\"\n";
    CHECK(faults_of(like + "if_blank_same_as = \"degrees\"").empty());
    CHECK(faults_of(like + "if_blank_same_as = \"degres\"") ==
          Faults{"5:21 unknown fact `degres`"});
    CHECK(faults_of(like + "if_blank_same_as = \"a\"") ==
          Faults{"5:21 a fact cannot be the same as itself"});
    CHECK(faults_of(like + "if_blank_same_as = \"raining\"") ==
          Faults{"5:21 `raining` cannot stand for `a`"});
    CHECK(faults_of(like + "if_blank = 3\nif_blank_same_as = \"degrees\"") ==
          Faults{"6:21 `if_blank` and `if_blank_same_as` contradict each other"});
    CHECK(faults_of("[fact.a]\ntype = \"integer\"\nask = \"?\"\nif_blank_same_as = \"degrees\"") ==
          Faults{"4:21 `degrees` cannot stand for `a`"});
    CHECK(faults_of(like + "if_blank_same_as = \"degrees\"\n[fact.b]\ntype = \"integer\"\n"
                           "range = [-50, 60]\nask = \"?\"\nif_blank_same_as = \"a\"") ==
          Faults{"10:21 `a` is itself the same as another fact"});
}

TEST_CASE("answers are named and written as people write them") {
    const Criteria criteria = criteria_with("");
    CHECK(criteria.facts[0].answers_in_words() == "yes, no, unknown");
    CHECK(criteria.facts[2].answers_in_words() == "a whole number from -50 to 60, or unknown");
    CHECK(criteria.facts[1].value_of("storm") == 2);
    CHECK_FALSE(criteria.facts[1].value_of("gale").has_value());
    CHECK(criteria.facts[2].value_of("-7") == -7);
    CHECK_FALSE(criteria.facts[2].value_of("61").has_value());
    CHECK_FALSE(criteria.facts[2].value_of("6x").has_value());
    CHECK(criteria.facts[1].text_of(1) == "breeze");
    CHECK(criteria.facts[2].text_of(-7) == "-7");
}

}  // namespace scr::criteria
