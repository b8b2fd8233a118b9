#include "scr/criteria/questions.hpp"

#include <algorithm>
#include <limits>

#include "criteria/question_search.hpp"
#include "criteria/screener_state.hpp"
#include "criteria/telling.hpp"

namespace scr::criteria {
namespace {

/// Sums in another order part by less.
constexpr double nothing = 1e-9;

/// The first of the least; nothing counts as nothing.
template <class Cost>
std::size_t first_of_least(const std::vector<std::size_t>& facts, const Cost& cost) {
    std::size_t best = facts.front();
    for (const std::size_t fact : facts) {
        if (cost(fact) < cost(best) - nothing) best = fact;
    }
    return best;
}

}  // namespace

Questions::Questions(const Screener& screener, std::size_t budget)
    : criteria_(screener.criteria()), diagrams_(screener.state().diagrams), budget_(budget) {}

/// What is taken as answered, and what nobody knows stays open; nothing where it may be asked.
std::vector<std::optional<std::size_t>> Questions::taken(const Answers& answers) const {
    const auto& levels = diagrams_.levels();
    std::vector<std::optional<std::size_t>> result(levels.count());
    for (std::size_t fact = 0; fact < answers.size(); ++fact) {
        const std::size_t level = levels.level(fact);
        const auto& classes = levels.classes(level);
        const auto& silent = criteria_.facts[fact].if_unknown;
        switch (answers[fact].state) {
            case Answer::State::given: result[level] = classes.class_of(answers[fact].value); break;
            case Answer::State::unknown:
                result[level] = silent ? classes.class_of(*silent) : levels.open_edge(level);
                break;
            default: break;
        }
    }
    return result;
}

std::vector<std::uint16_t> Questions::symbols(const Answers& answers) const {
    const auto edges = taken(answers);
    std::vector<std::uint16_t> result;
    for (std::size_t level = 0; level < edges.size(); ++level) {
        const auto edge = edges[level].value_or(diagrams_.levels().open_edge(level));
        result.push_back(static_cast<std::uint16_t>(edge));
    }
    return result;
}

std::vector<Finding> Questions::findings(const Answers& answers) const {
    const auto walked = symbols(answers);
    std::vector<Finding> result;
    for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
        const Possible set = diagrams_.outcome(i, walked);
        result.push_back({OutcomeSet::of_bits(set)});
    }
    return result;
}

/// The answer classes of the fact that some consistent record has.
std::vector<std::size_t> Questions::classes_left(const Answers& answers, std::size_t fact) const {
    auto walked = symbols(answers);
    const std::size_t level = diagrams_.levels().level(fact);
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < diagrams_.levels().class_count(level); ++i) {
        walked[level] = static_cast<std::uint16_t>(i);
        if (diagrams_.outcome(0, walked) != 0) result.push_back(i);
    }
    return result;
}

std::vector<std::int64_t> Questions::answers_left(const Answers& answers, std::size_t fact) const {
    const auto& classes = diagrams_.levels().classes(diagrams_.levels().level(fact));
    std::vector<bool> left(classes.count());
    for (const std::size_t i : classes_left(answers, fact)) left[i] = true;
    const auto& asked = criteria_.facts[fact];
    const bool integer = asked.type == FactType::integer;
    const std::int64_t first = integer ? asked.least : 0;
    const std::int64_t last =
        integer ? asked.most : static_cast<std::int64_t>(asked.choices.size()) - 1;
    std::vector<std::int64_t> values;
    for (auto value = first; value <= last; ++value) {
        if (left[classes.class_of(value)]) values.push_back(value);
    }
    return values;
}

/// The facts that what remains looks at and that have more than one answer left, in the order of
/// the file.
std::vector<std::size_t> Questions::askable(const Answers& answers, Remainder& remainder) const {
    std::vector<std::size_t> facts;
    for (const std::size_t level : remainder.levels_below(remainder.root())) {
        const std::size_t fact = diagrams_.levels().fact(level);
        if (classes_left(answers, fact).size() > 1) facts.push_back(fact);
    }
    std::ranges::sort(facts);
    return facts;
}

/// Within the budget the best question of all; beyond it, as good a one as was found.
Question Questions::chosen(Remainder& remainder, const std::vector<std::size_t>& facts) const {
    const auto& levels = diagrams_.levels();
    const auto doubts = doubt_after(remainder);
    const auto doubt = [&](std::size_t fact) { return doubts[levels.level(fact)]; };
    Question question;
    std::vector<std::size_t> best = facts;
    try {
        remainder.begin_search(budget_);
        QuestionSearch search(remainder);
        const auto options = search.best(remainder.root());
        question.at_most = search.worst(remainder.root());
        best.clear();
        for (const auto& option : options) best.push_back(levels.fact(option.level));
        std::ranges::sort(best);
        double fewest = std::numeric_limits<double>::infinity();
        std::vector<double> expected(criteria_.facts.size(), fewest);
        for (const auto& option : options) {
            const auto found = search.expected(option, fewest + nothing);
            fewest = std::min(fewest, found.value_or(fewest));
            expected[levels.fact(option.level)] = found.value_or(fewest + 1);
        }
        question.expected = fewest;
        question.fact = first_of_least(best, [&](std::size_t fact) { return expected[fact]; });
    } catch (const BudgetSpent&) {
        question.fact = first_of_least(best, doubt);
    }
    return question;
}

std::optional<Question> Questions::next(const Answers& answers) {
    steps_ = 0;
    const auto findings = this->findings(answers);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].possible.size() < 2) continue;
        Remainder remainder(diagrams_, i, taken(answers));
        const auto facts = askable(answers, remainder);
        if (facts.empty()) continue;
        auto question = chosen(remainder, facts);
        question.determination = i;
        question.classes = classes_left(answers, question.fact);
        steps_ = remainder.steps();
        return question;
    }
    return std::nullopt;
}

bool Questions::is_open(const Answers& answers) {
    steps_ = 0;
    const auto findings = this->findings(answers);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].possible.size() < 2) continue;
        Remainder remainder(diagrams_, i, taken(answers));
        const bool open = !askable(answers, remainder).empty();
        steps_ += remainder.steps();
        if (open) return true;
    }
    return false;
}

std::optional<std::size_t> Questions::next_in_order(const Answers& answers) {
    if (!is_open(answers)) return std::nullopt;
    for (std::size_t fact = 0; fact < answers.size(); ++fact) {
        if (answers[fact].state != Answer::State::blank) continue;
        if (answers_left(answers, fact).size() > 1) return fact;
    }
    return std::nullopt;
}

}  // namespace scr::criteria
