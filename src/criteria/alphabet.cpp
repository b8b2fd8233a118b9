#include "criteria/alphabet.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace scr::criteria {
namespace {

/// The answers at which the truth of a comparison with an integer may change.
void add_cuts(const Test& test, std::set<std::int64_t>& cuts) {
    for (const std::int64_t value : test.values) {
        switch (test.comparison) {
            case Comparison::less:
            case Comparison::at_least: cuts.insert(value); break;
            case Comparison::at_most:
            case Comparison::greater: cuts.insert(value + 1); break;
            default: cuts.insert({value, value + 1}); break;
        }
    }
}

std::vector<std::int64_t> stretches(const Fact& fact, const std::vector<const Test*>& comparisons) {
    std::set<std::int64_t> cuts;
    if (fact.type == FactType::integer) {
        for (const Test* test : comparisons) add_cuts(*test, cuts);
        std::erase_if(cuts, [&](std::int64_t cut) { return cut <= fact.least || cut > fact.most; });
        cuts.insert(fact.least);
    } else {
        for (std::size_t i = 0; i < fact.choices.size(); ++i)
            cuts.insert(static_cast<std::int64_t>(i));
    }
    return {cuts.begin(), cuts.end()};
}

/// The comparisons of every fact. Each condition is entered once: a chain in which every condition
/// names the one before it twice would be entered two to the power of its length times.
class Comparisons {
 public:
    explicit Comparisons(const Criteria& criteria)
        : by_fact(criteria.facts.size()),
          criteria_(criteria),
          entered_(criteria.conditions.size()) {}

    void add(const Test& test) {
        if (test.kind == Test::Kind::fact) by_fact[test.index].push_back(&test);
        if (test.kind == Test::Kind::condition && !entered_[test.index]) {
            entered_[test.index] = true;
            add(criteria_.conditions[test.index].when);
        }
        for (const Test& operand : test.operands) add(operand);
    }

    std::vector<std::vector<const Test*>> by_fact;

 private:
    const Criteria& criteria_;
    std::vector<bool> entered_;
};

}  // namespace

bool accepts(const Test& test, std::int64_t value) {
    switch (test.comparison) {
        case Comparison::not_equal: return value != test.values.front();
        case Comparison::less: return value < test.values.front();
        case Comparison::at_most: return value <= test.values.front();
        case Comparison::greater: return value > test.values.front();
        case Comparison::at_least: return value >= test.values.front();
        case Comparison::equal:
        case Comparison::among: break;
    }
    return std::find(test.values.begin(), test.values.end(), value) != test.values.end();
}

AnswerClasses::AnswerClasses(const Fact& fact, const std::vector<const Test*>& comparisons)
    : starts_(stretches(fact, comparisons)) {
    std::map<std::vector<bool>, std::size_t> classes;
    for (const std::int64_t start : starts_) {
        std::vector<bool> signature;
        for (const Test* test : comparisons) signature.push_back(accepts(*test, start));
        const auto [entry, added] = classes.emplace(std::move(signature), representatives_.size());
        if (added) representatives_.push_back(start);
        class_of_start_.push_back(entry->second);
    }
}

std::size_t AnswerClasses::class_of(std::int64_t value) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), value);
    const auto position = after == starts_.begin() ? 0 : after - starts_.begin() - 1;
    return class_of_start_[static_cast<std::size_t>(position)];
}

std::vector<AnswerClasses> answer_classes(const Criteria& criteria,
                                          const std::vector<const Test*>& tests) {
    Comparisons comparisons(criteria);
    for (const Test* test : tests) comparisons.add(*test);
    std::vector<AnswerClasses> classes;
    for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
        classes.emplace_back(criteria.facts[fact], comparisons.by_fact[fact]);
    }
    return classes;
}

std::vector<const Test*> screening_tests(const Criteria& criteria) {
    std::vector<const Test*> tests;
    for (const auto& entry : criteria.conditions) tests.push_back(&entry.when);
    for (const auto& entry : criteria.impossible) tests.push_back(&entry.when);
    for (const auto& entry : criteria.criteria) tests.push_back(&entry.when);
    for (const auto& entry : criteria.deadlines) {
        if (entry.when) tests.push_back(&*entry.when);
    }
    return tests;
}

}  // namespace scr::criteria
