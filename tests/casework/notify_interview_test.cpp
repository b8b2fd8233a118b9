#include "scr/casework/notify_interview.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"

namespace scr::casework {
namespace {

using criteria::Answer;
using harbour::day;
using StepKind = InterviewStep::Kind;
using Entries = std::vector<InterviewEntry>;

NotifyInterview::Rules rules() {
    NotifyInterview::Rules rules;
    rules.choose = [](auto) { return harbour::criteria(); };
    rules.today = day("2026-11-24");
    return rules;
}

std::string next_name(NotifyInterview& interview) {
    return NotifyInterview::name_of(interview.next(), &harbour::rules());
}

/// What was said against the answer; blank where it was taken.
std::string take(NotifyInterview& interview, const std::string& typed) {
    const auto objection = interview.take(interview.next(), typed);
    return objection ? objection->in_words() : "";
}

/// Answers everything as `answers` says, anything else with nothing.
void answer_all(NotifyInterview& interview, const std::map<std::string, std::string>& answers) {
    while (interview.next().kind != StepKind::confirm) {
        const auto name = next_name(interview);
        const auto found = answers.find(name);
        INFO(name);
        REQUIRE(take(interview, found == answers.end() ? "" : found->second) == "");
    }
}

std::size_t fact(const char* id) {
    return *harbour::rules().fact_of(id);
}

TEST_CASE("where nothing is recorded the facts alone are asked") {
    auto asked = rules();
    asked.only_facts = true;
    NotifyInterview interview(std::move(asked));
    REQUIRE(interview.criteria() != nullptr);
    while (interview.next().kind != StepKind::confirm) {
        const auto kind = interview.next().kind;
        REQUIRE((kind == StepKind::fact || kind == StepKind::rest));
        REQUIRE(take(interview, kind == StepKind::rest ? "y" : "unknown") == "");
    }
    CHECK(interview.taken() > 0);
}

TEST_CASE("the day of the incident comes first and chooses the criteria") {
    auto asked = rules();
    std::optional<record::CivilDate> chosen_by;
    asked.choose = [&](auto date) {
        chosen_by = date;
        return harbour::criteria();
    };
    NotifyInterview interview(std::move(asked));
    CHECK(interview.criteria() == nullptr);
    CHECK(next_name(interview) == "incident_on");
    CHECK(take(interview, "2026-11-25") == "2026-11-25 lies in the future");
    CHECK(take(interview, "2026-11-23") == "");
    CHECK(chosen_by == day("2026-11-23"));
    REQUIRE(interview.criteria() != nullptr);
    CHECK(interview.next().kind == StepKind::fact);

    CHECK(interview.go_back());
    CHECK(interview.criteria() == nullptr);
    CHECK(next_name(interview) == "incident_on");
    CHECK_FALSE(interview.go_back());
}

TEST_CASE("what the options gave is not asked") {
    auto asked = rules();
    asked.given.dates.incident_on = day("2026-11-01");
    asked.given.agency = "Pilots";
    NotifyInterview interview(std::move(asked));
    CHECK(interview.next().kind == StepKind::fact);
    CHECK_FALSE(interview.go_back());
    answer_all(interview,
               {{"drowned", "no"}, {"years_old_then", "40"}, {"rest.asked", "no"}, {"ref", "A1"}});
    const auto record = interview.record();
    CHECK(record.dates.incident_on == day("2026-11-01"));
    CHECK(record.agency == "Pilots");
    CHECK(record.ref == "A1");
    CHECK_FALSE(record.dates.died_on);
}

TEST_CASE("a child of a notification is not asked for its agency and incident") {
    auto asked = rules();
    asked.joins = true;
    NotifyInterview interview(std::move(asked));
    take(interview, "");
    std::vector<std::string> names;
    while (interview.next().kind != StepKind::confirm) {
        names.push_back(next_name(interview));
        const bool question = interview.next().kind == StepKind::fact;
        take(interview, names.back() == "rest.asked" ? "no" : question ? "unknown" : "");
        REQUIRE(names.size() < 30);
    }
    CHECK(std::ranges::find(names, "agency") == names.end());
    CHECK(std::ranges::find(names, "incident") == names.end());
    CHECK(std::ranges::find(names, "child") != names.end());
}

TEST_CASE("an answer that follows from the others is recorded as such") {
    NotifyInterview interview(rules());
    answer_all(interview, {{"drowned", "yes"}, {"years_old", "9"}, {"rest.asked", "no"}});
    auto record = interview.record();
    CHECK(record.answers[fact("hurt")] == Answer::given(0));
    CHECK(record.attributions[fact("hurt")].source == "the other answers");
    CHECK(record.answers[fact("berth")] == Answer::blank());
}

TEST_CASE("a judgement that needs a ground is asked for it at once") {
    NotifyInterview interview(rules());
    answer_all(interview, {{"drowned", "no"},
                           {"hurt", "yes"},
                           {"years_old", "unknown"},
                           {"years_old_then", "9"},
                           {"lookout", "kept_for_certain"},
                           {"lookout.ground", "the log of the lighthouse"},
                           {"rest.asked", "no"}});
    auto record = interview.record();
    CHECK(record.attributions[fact("lookout")].ground == "the log of the lighthouse");
    CHECK(std::holds_alternative<criteria::Screening>(examine(harbour::screener(), record)));
}

TEST_CASE("a fact is asked where silence would contradict the answers") {
    NotifyInterview interview(rules());
    answer_all(interview, {{"drowned", "no"},
                           {"hurt", "yes"},
                           {"years_old_then", "9"},
                           {"years_old", "9"},
                           {"lookout", "kept"},
                           {"berth", "outer"},
                           {"rest.asked", "no"}});
    auto record = interview.record();
    REQUIRE(record.answers[fact("lookout")] == Answer::given(0));
    CHECK(record.answers[fact("berth")] == Answer::given(2));
    CHECK(std::holds_alternative<criteria::Screening>(examine(harbour::screener(), record)));
}

TEST_CASE("every answer can be taken back in the order in which they were given") {
    NotifyInterview interview(rules());
    std::vector<std::string> asked;
    while (interview.next().kind != StepKind::confirm) {
        asked.push_back(next_name(interview));
        const bool question = interview.next().kind == StepKind::fact;
        REQUIRE(take(interview, asked.back() == "rest.asked" ? "yes"
                                : question                   ? "unknown"
                                                             : "") == "");
    }
    CHECK(interview.taken() == asked.size());
    while (interview.go_back()) {
        CHECK(next_name(interview) == asked.back());
        asked.pop_back();
    }
    CHECK(asked.empty());
}

TEST_CASE("a draft is told again as far as it fits") {
    NotifyInterview first(rules());
    Entries entries;
    const auto tell = [&](const std::string& typed) {
        entries.push_back({next_name(first), typed});
        REQUIRE(take(first, typed) == "");
    };
    tell("2026-11-01");
    tell("no");
    first.go_back();
    entries.push_back({"<", ""});
    tell("unknown");
    CHECK(NotifyInterview::count(entries) == 2);

    NotifyInterview second(rules());
    CHECK(second.replay(entries) == entries.size());
    CHECK(next_name(second) == next_name(first));
    CHECK(second.record().answers == first.record().answers);

    entries.insert(entries.begin() + 1, {"no_fact_of_it", "yes"});
    NotifyInterview third(rules());
    CHECK(third.replay(entries) == 1);
    CHECK(third.taken() == 1);
}

TEST_CASE("what is no text is not taken") {
    NotifyInterview interview(rules());
    answer_all(interview, {{"drowned", "no"}, {"years_old_then", "40"}, {"rest.asked", "no"}});
    interview.go_back();
    CHECK(next_name(interview) == "child");
    CHECK(take(interview, "\xff") == "it is not UTF-8");
    CHECK(take(interview, std::string(5000, 'a')).starts_with("it is longer"));
    CHECK(take(interview, "b") == "");
    CHECK(interview.record().child == "b");
}

}  // namespace
}  // namespace scr::casework
