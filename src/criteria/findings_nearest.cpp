// A record with an answer that a comparison nearly turns on.

#include <algorithm>
#include <cstdint>

#include "criteria/findings_comparisons.hpp"

namespace scr::criteria {
namespace {

/// The answers at the ends of the stretches that are told apart, the nearest to what the comparison
/// names first.
std::vector<std::int64_t> nearest_answers(const RuleDiagrams& diagrams, const Test& test) {
    const Fact& fact = diagrams.criteria().facts[test.index];
    std::vector<std::int64_t> answers =
        diagrams.levels().classes(diagrams.levels().level(test.index)).starts();
    if (fact.type != FactType::integer) return answers;
    for (std::size_t i = answers.size(); i-- > 1;) answers.push_back(answers[i] - 1);
    answers.push_back(fact.most);
    const auto distance = [&](std::int64_t answer) {
        std::uint64_t least = UINT64_MAX;
        for (const std::int64_t value : test.values) {
            const auto [low, high] = std::minmax(answer, value);
            least =
                std::min(least, static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low));
        }
        return least;
    };
    std::stable_sort(answers.begin(), answers.end(),
                     [&](std::int64_t a, std::int64_t b) { return distance(a) < distance(b); });
    return answers;
}

std::size_t answers_in(const Answers& answers) {
    return static_cast<std::size_t>(
        std::count_if(answers.begin(), answers.end(),
                      [](const Answer& answer) { return answer.state == Answer::State::given; }));
}

}  // namespace

Answers smallest_with_an_answer(RuleDiagrams& diagrams, const Test& test) {
    std::optional<Answers> best;
    for (const std::int64_t answer : nearest_answers(diagrams, test)) {
        auto answers = diagrams.smallest_record_with(test.index, answer);
        if (answers && (!best || answers_in(*answers) < answers_in(*best)))
            best = std::move(answers);
        if (best && answers_in(*best) == 1) break;  // none is smaller
    }
    return *best;  // there is one: not everything is impossible
}

}  // namespace scr::criteria
