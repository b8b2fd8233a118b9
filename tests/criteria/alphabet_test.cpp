#include "criteria/alphabet.hpp"

#include "criteria/small_criteria.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

TEST_CASE("an integer falls into as few classes as the comparisons tell apart") {
    const Criteria criteria = test::criteria_with(R"(
[[criterion]]
id = "cold"
determination = "advice"
outcome = "coat"
when = "degrees < 5 or degrees > 40"
text = "It is cold or hot"
)");
    const auto classes = answer_classes(criteria, screening_tests(criteria));
    const AnswerClasses& degrees = classes.at(2);
    CHECK(degrees.count() == 3);
    CHECK(degrees.class_of(-50) == degrees.class_of(4));
    CHECK(degrees.class_of(5) == degrees.class_of(40));
    CHECK(degrees.class_of(41) == degrees.class_of(60));
    CHECK(degrees.class_of(4) != degrees.class_of(5));
    CHECK(degrees.class_of(4) != degrees.class_of(41));
    CHECK(degrees.class_of(5) != degrees.class_of(41));
}

// Without a memory of the conditions entered this would take two to the power of sixty steps.
TEST_CASE("a long chain of conditions that each name the one before twice is compiled") {
    std::string chain = "[condition.c0]\nwhen = \"raining\"\ntext = \"0\"\n";
    for (int i = 1; i <= 60; ++i) {
        chain += fmt::format(
            "[condition.c{0}]\nwhen = \"(c{1} and wind != storm) or (not c{1} and wind = storm)\"\n"
            "text = \"{0}\"\n",
            i, i - 1);
    }
    const Criteria criteria = test::criteria_with(chain + R"(
[[criterion]]
id = "end"
determination = "advice"
outcome = "coat"
when = "c60"
text = "The end of the chain"
)");
    const Screener screener(criteria);
    Answers answers(criteria.facts.size());
    answers[0] = Answer::given(0);
    answers[1] = Answer::given(1);
    const Screening screening = screener.screen(answers);
    CHECK(screening.findings.at(0).determined());
}

}  // namespace scr::criteria
