#include "criteria/compiler.hpp"

#include <algorithm>
#include <numeric>

namespace scr::criteria {
std::vector<std::size_t> complete_edge_counts(const Levels& levels) {
    std::vector<std::size_t> counts;
    for (std::size_t level = 0; level < levels.count(); ++level)
        counts.push_back(levels.class_count(level));
    return counts;
}

namespace {

Possible truth(bool holds) {
    return holds ? holds_bit : fails_bit;
}

}  // namespace

Compiler::Compiler(const Criteria& criteria, const Levels& levels)
    : criteria_(criteria),
      levels_(levels),
      forest_(complete_edge_counts(levels)),
      conditions_(criteria.conditions.size()),
      condition_known_(criteria.conditions.size()),
      impossible_(forest_.terminal(fails_bit)) {
    for (const Impossible& entry : criteria.impossible) {
        impossible_ = forest_.apply(impossible_, test(entry.when), [](Possible a, Possible b) {
            return truth(a == holds_bit || b == holds_bit);
        });
    }
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        determinations_.push_back(
            determination_with(i, [](const Criterion& criterion) { return criterion.when; }));
    }
}

NodeId Compiler::test(const Test& test) {
    switch (test.kind) {
        case Test::Kind::constant: return forest_.terminal(truth(test.truth));
        case Test::Kind::fact: return fact_test(test);
        case Test::Kind::outcome: return outcome_test(test);
        case Test::Kind::negation: return negate(this->test(test.operands.front()));
        case Test::Kind::condition: break;
        default: return connect(test);
    }
    if (!condition_known_[test.index]) {
        conditions_[test.index] = this->test(criteria_.conditions[test.index].when);
        condition_known_[test.index] = true;
    }
    return conditions_[test.index];
}

NodeId Compiler::fact_test(const Test& test) {
    const std::size_t level = levels_.level(test.index);
    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        edges.push_back(
            forest_.terminal(truth(accepts(test, levels_.classes(level).representative(i)))));
    }
    return forest_.node(level, edges);
}

NodeId Compiler::outcome_test(const Test& test) {
    Possible accepted = 0;
    for (const std::int64_t outcome : test.values) accepted |= Possible{1} << outcome;
    return forest_.apply(
        determinations_[test.index], forest_.terminal(accepted),
        [](Possible outcome, Possible set) { return truth((outcome & set) != 0); });
}

NodeId Compiler::negate(NodeId diagram) {
    return forest_.apply(diagram, forest_.terminal(0),
                         [](Possible a, Possible) { return truth(a == fails_bit); });
}

NodeId Compiler::connect(const Test& test) {
    const auto combine = [kind = test.kind](Possible a, Possible b) {
        const bool left = a == holds_bit;
        const bool right = b == holds_bit;
        if (kind == Test::Kind::conjunction) return truth(left && right);
        if (kind == Test::Kind::implication) return truth(!left || right);
        return truth(left || right);
    };
    NodeId result = this->test(test.operands.front());
    for (std::size_t i = 1; i < test.operands.size(); ++i) {
        result = forest_.apply(result, this->test(test.operands[i]), combine);
    }
    return result;
}

NodeId Compiler::determination_with(std::size_t determination, const TestOf& test_of) {
    std::vector<const Criterion*> weakest_first;
    for (const Criterion& criterion : criteria_.criteria) {
        if (criterion.determination == determination) weakest_first.push_back(&criterion);
    }
    std::stable_sort(
        weakest_first.begin(), weakest_first.end(),
        [](const Criterion* a, const Criterion* b) { return a->outcome > b->outcome; });
    NodeId result =
        forest_.terminal(Possible{1} << criteria_.determinations[determination].otherwise);
    for (const Criterion* criterion : weakest_first) {
        const Possible outcome = Possible{1} << criterion->outcome;
        result = forest_.apply(test(test_of(*criterion)), result,
                               [outcome](Possible holds, Possible weaker) {
                                   return holds == holds_bit ? outcome : weaker;
                               });
    }
    return result;
}

NodeId Compiler::consistent(NodeId diagram) {
    return forest_.apply(impossible_, diagram, [](Possible impossible, Possible set) {
        return impossible == holds_bit ? Possible{0} : set;
    });
}

NodeId Opener::open(NodeId complete) {
    if (Forest::is_terminal(complete)) return open_.terminal(complete_.possible(complete));
    if (const NodeId* const known = memo_.find(complete)) return *known;

    const std::size_t level = complete_.level(complete);
    const Group& group = levels_.group(level);
    NodeId result = 0;
    if (!group.members.empty()) {
        result = open_group(complete, group);
    } else {
        std::vector<NodeId> edges;
        for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
            edges.push_back(open(complete_.child(complete, level, i)));
        }
        edges.push_back(unite(edges, edges.size()));
        result = open_.node(level, edges);
    }
    memo_.add(complete, result);
    return result;
}

/// The head's own edges first; under its open edge the members look at what they share with it.
NodeId Opener::open_group(NodeId complete, const Group& group) {
    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(group.head); ++i) {
        edges.push_back(open_member(complete_.child(complete, group.head, i), group, 0));
    }
    std::vector<NodeId> family;
    for (const SharedAnswer& shared : group.shared) {
        family.push_back(complete_.child(complete, group.head, shared.head_class));
    }
    edges.push_back(open_shared(family, group, 0));
    return open_.node(group.head, edges);
}

/// A member below a head that is answered: never tied, since it then has the head's answer. Its
/// tied edge repeats the open one so that the node reduces as it would without.
NodeId Opener::open_member(NodeId complete, const Group& group, std::size_t member) {
    if (member == group.members.size()) return open(complete);
    const std::size_t level = group.members[member];
    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        edges.push_back(open_member(complete_.child(complete, level, i), group, member + 1));
    }
    edges.push_back(unite(edges, edges.size()));
    edges.push_back(edges.back());
    return open_.node(level, edges);
}

/// A member below a head that is open. `family` holds one diagram for each shared answer.
NodeId Opener::open_shared(const std::vector<NodeId>& family, const Group& group,
                           std::size_t member) {
    if (member == group.members.size()) {
        std::vector<NodeId> opened;
        for (const NodeId complete : family) opened.push_back(open(complete));
        return unite(opened, opened.size());
    }
    const std::size_t level = group.members[member];
    const auto descend = [&](const auto& edge_of) {
        std::vector<NodeId> below;
        for (std::size_t i = 0; i < family.size(); ++i) {
            below.push_back(complete_.child(family[i], level, edge_of(group.shared[i])));
        }
        return open_shared(below, group, member + 1);
    };
    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
        edges.push_back(descend([i](const SharedAnswer&) { return i; }));
    }
    edges.push_back(unite(edges, edges.size()));
    edges.push_back(descend([member](const SharedAnswer& s) { return s.member_classes[member]; }));
    return open_.node(level, edges);
}

NodeId Opener::unite(const std::vector<NodeId>& nodes, std::size_t count) {
    return std::accumulate(nodes.begin() + 1, nodes.begin() + static_cast<std::ptrdiff_t>(count),
                           nodes.front(), [this](NodeId a, NodeId b) { return open_.unite(a, b); });
}

}  // namespace scr::criteria
