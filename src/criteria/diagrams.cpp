#include "criteria/diagrams.hpp"

#include <utility>

namespace scr::criteria {

Diagrams::Diagrams(const Criteria& criteria)
    : criteria_(criteria),
      levels_(criteria, answer_classes(criteria, screening_tests(criteria))),
      compiler_(criteria, levels_),
      open_(open_edge_counts(levels_)),
      opener_(levels_, compiler_.forest(), open_),
      criterion_made_(criteria.criteria.size()),
      condition_made_(criteria.conditions.size()),
      deadline_made_(criteria.deadlines.size()),
      impossible_made_(criteria.impossible.size()) {
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        roots_.push_back(opener_.open(compiler_.consistent(compiler_.determination(i))));
    }
    for (const NodeId root : roots_) relevance_.emplace_back(levels_, open_, root);
}

Symbols Diagrams::symbols(const Reading& reading) const {
    Symbols symbols(levels_.count());
    for (std::size_t level = 0; level < symbols.size(); ++level) {
        const Answer& answer = reading.answers[levels_.fact(level)];
        std::size_t edge = levels_.open_edge(level);
        if (answer.state == Answer::State::given)
            edge = levels_.classes(level).class_of(answer.value);
        if (answer.state == Answer::State::blank) edge = levels_.tied_edge(level);
        symbols[level] = static_cast<std::uint16_t>(edge);
    }
    return symbols;
}

bool Diagrams::decides_alone(std::size_t determination, std::size_t fact, Symbols& symbols) const {
    const std::size_t level = levels_.level(fact);
    if (!levels_.group(level).members.empty()) return false;
    const auto outcome_with = [&](std::size_t edge) {
        const auto own = std::exchange(symbols[level], static_cast<std::uint16_t>(edge));
        const Possible set = outcome(determination, symbols);
        symbols[level] = own;
        return set;
    };
    const Possible open = outcome_with(levels_.open_edge(level));
    for (std::size_t answer = 0; answer < levels_.class_count(level); ++answer) {
        const Possible answered = outcome_with(answer);
        if (answered != open && answered != 0) return true;
    }
    return false;
}

NodeId Diagrams::root(Made& made, std::size_t index, const Test& test, bool consistent) {
    if (!made[index]) {
        const NodeId complete = compiler_.test(test);
        made[index] = opener_.open(consistent ? compiler_.consistent(complete) : complete);
    }
    return *made[index];
}

Truth Diagrams::truth(NodeId root, const Symbols& symbols) const {
    switch (open_.walk(root, symbols)) {
        case holds_bit: return Truth::holds;
        case fails_bit: return Truth::fails;
        default: return Truth::open;
    }
}

NodeId Diagrams::criterion_root(std::size_t index) {
    return root(criterion_made_, index, criteria_.criteria[index].when, true);
}

NodeId Diagrams::impossible_root(std::size_t index) {
    return root(impossible_made_, index, criteria_.impossible[index].when, false);
}

NodeId Diagrams::join_criterion(NodeId sets, std::size_t criterion, Possible bit) {
    return open_.apply(sets, criterion_root(criterion), [bit](Possible set, Possible truth) {
        if (set == 0 || truth == 0) return Possible{0};
        return truth == holds_bit ? set | bit : set;
    });
}

Truth Diagrams::criterion(std::size_t index, const Symbols& symbols) {
    return truth(criterion_root(index), symbols);
}

Truth Diagrams::condition(std::size_t index, const Symbols& symbols) {
    return truth(root(condition_made_, index, criteria_.conditions[index].when, true), symbols);
}

Truth Diagrams::deadline(std::size_t index, const Symbols& symbols) {
    const auto& when = criteria_.deadlines[index].when;
    return when ? truth(root(deadline_made_, index, *when, true), symbols) : Truth::holds;
}

Truth Diagrams::test(const Test& test, const Symbols& symbols) {
    return truth(opener_.open(compiler_.consistent(compiler_.test(test))), symbols);
}

Truth Diagrams::impossible(std::size_t index, const Symbols& symbols) {
    return truth(impossible_root(index), symbols);
}

}  // namespace scr::criteria
