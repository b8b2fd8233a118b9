#include "scr/criteria/interview.hpp"

#include <doctest/doctest.h>

#include "criteria/small_criteria.hpp"

using namespace scr::criteria;

namespace {

/// A coat is advised in rain and storm; a storm rains, so who says storm is not asked for the rain.
const Criteria& weather_criteria() {
    static const Criteria criteria = test::criteria_with(R"toml(
[fact.umbrella]
type = "yes_no"
if_blank = "no"
ask = "Is there an umbrella?"
note = "One that opens."
[[impossible]]
when = "wind = storm and not raining"
text = "A storm rains"
[source.club]
title = "The walkers' club"
provision = [{ id = "rule 1", says = "Stay dry." }, { id = "rule 2", says = "Lend it." }]
[source.custom]
title = "Custom"
unverified = true
[[criterion]]
id = "coat"
determination = "advice"
outcome = "coat"
when = "wet and not umbrella"
text = "Wet, and no umbrella"
cite = ["club: rule 1", "custom"]
force = "local"
[[criterion]]
id = "lent"
determination = "advice"
outcome = "coat"
when = "wet and wind = storm and not umbrella"
text = "Nobody lends one in a storm"
cite = ["club: rule 2", "club: rule 1"]
force = "local"
)toml");
    return criteria;
}

struct Asked {
    explicit Asked(Interview::Order order = Interview::Order::soonest)
        : screener(weather_criteria()), interview(screener, order) {}

    std::string next() {
        const auto fact = interview.next();
        return fact ? weather_criteria().facts[*fact].id : "";
    }
    std::string next_for_the_record() {
        const auto fact = interview.next_for_the_record();
        return fact ? weather_criteria().facts[*fact].id : "";
    }
    /// What was said against the answer; blank where it was taken.
    std::string take(const std::string& fact, const std::string& typed) {
        const auto objection = interview.take(*weather_criteria().fact_of(fact), typed);
        return objection ? objection->in_words() : "";
    }

    Screener screener;
    Interview interview;
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("an answer is a word or a letter or a number") {
    for (const char* typed : {"breeze", " Breeze ", "b", "B", "2"}) {
        Asked asked;
        CHECK(asked.take("wind", typed) == "");
        CHECK(asked.interview.answers()[1] == Answer::given(1));
    }
    Asked asked;
    CHECK(asked.take("wind", "") == "that is no answer");
    CHECK(asked.take("wind", "e").find("unknown answer for `wind`") == 0);
    CHECK(asked.take("wind", "9").find("unknown answer for `wind`") == 0);
    CHECK(asked.take("degrees", "warm") == "not a whole number: `degrees`");
    CHECK(asked.interview.questions() == 0);
    CHECK(asked.take("wind", "4") == "");
    CHECK(asked.interview.answers()[1] == Answer::unknown());
}

TEST_CASE("a yes and a no are written as in any file") {
    Asked asked;
    CHECK(asked.take("raining", "0") == "");
    CHECK(asked.interview.answers()[0] == Answer::given(1));
    CHECK(asked.take("umbrella", "y") == "");
    CHECK(asked.interview.answers()[3] == Answer::given(0));
}

TEST_CASE("what the answers before rule out is neither offered nor taken nor asked") {
    Asked asked;
    CHECK(asked.take("raining", "no") == "");
    CHECK(asked.interview.choices(1) == Words{"none", "breeze", "unknown"});
    CHECK(asked.take("wind", "storm") == "the answers before rule that out, < goes back");
    CHECK(asked.next() == "");

    Asked other;
    CHECK(other.take("wind", "storm") == "");
    CHECK(other.next() == "umbrella");
    REQUIRE(other.interview.implied().size() == 1);
    CHECK(other.interview.implied()[0] == std::pair<std::size_t, Answer>(0, Answer::given(0)));
}

TEST_CASE("what was not asked has no answer from silence") {
    Asked asked;
    CHECK(asked.take("raining", "yes") == "");
    CHECK(asked.next() == "umbrella");
    CHECK_FALSE(asked.interview.findings()[0].determined());
}

TEST_CASE("the remaining questions come in the order of the file and may be left out") {
    Asked asked;
    CHECK(asked.take("umbrella", "yes") == "");
    CHECK(asked.next() == "");
    CHECK(asked.next_for_the_record() == "raining");
    asked.interview.leave_out(0);
    CHECK(asked.next_for_the_record() == "wind");
    CHECK(asked.take("wind", "none") == "");
    CHECK(asked.next_for_the_record() == "degrees");
    CHECK(asked.interview.questions() == 2);
    CHECK(asked.interview.answers()[0] == Answer::blank());
}

TEST_CASE("going back takes the newest answer or what was left out") {
    Asked asked;
    CHECK_FALSE(asked.interview.go_back());
    CHECK(asked.take("umbrella", "yes") == "");
    asked.interview.leave_out(0);
    CHECK(asked.interview.go_back());
    CHECK(asked.next_for_the_record() == "raining");
    CHECK(asked.interview.go_back());
    CHECK(asked.interview.questions() == 0);
    CHECK(asked.next() == "raining");
}

TEST_CASE("the order of the file asks what does not settle most as well") {
    Asked asked(Interview::Order::of_the_file);
    CHECK(asked.next() == "raining");
    CHECK(asked.take("raining", "yes") == "");
    CHECK(asked.next() == "wind");
    asked.interview.set_order(Interview::Order::soonest);
    CHECK(asked.next() == "umbrella");
}

TEST_CASE("the note of a question ends with the provisions that it is asked for") {
    CHECK(question_note(weather_criteria(), 3) ==
          Words{"One that opens.", "The walkers' club: rule 1; rule 2", "Custom (unverified)"});
    CHECK(question_note(weather_criteria(), 2) == Words{"the file has no note on it"});
}

TEST_CASE("answers are marked by letters and by numbers where those run out") {
    CHECK(choice_mark(0, 3) == "a");
    CHECK(choice_mark(25, 26) == "z");
    CHECK(choice_mark(0, 27) == "1");
}
