#include "scr/criteria/difference.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <set>

#include "criteria/compiler.hpp"
#include "criteria/difference_cover.hpp"
#include "criteria/difference_facts.hpp"
#include "criteria/difference_parts.hpp"
#include "criteria/difference_union.hpp"
#include "criteria/difference_words.hpp"

namespace scr::criteria {
namespace {

// What the product of two outcome diagrams ends in: not the outcomes themselves but their pair.
constexpr Possible excluded = 0;
constexpr Possible agreed = 1;
constexpr Possible first_pair = 2;
constexpr Possible pair_stride = 64;  // as many outcomes as a set of them holds

/// The tests on which an outcome can depend; deadlines and claims have none.
std::vector<const Test*> outcome_tests(const Criteria& criteria) {
    std::vector<const Test*> tests;
    for (const auto& entry : criteria.conditions) tests.push_back(&entry.when);
    for (const auto& entry : criteria.impossible) tests.push_back(&entry.when);
    for (const auto& entry : criteria.criteria) tests.push_back(&entry.when);
    return tests;
}

bool same_outcomes(const Determination& a, const Determination& b) {
    return std::equal(a.outcomes.begin(), a.outcomes.end(), b.outcomes.begin(), b.outcomes.end(),
                      [](const Outcome& x, const Outcome& y) { return x.id == y.id; });
}

/// The answers of the admitted classes, as stretches that do not touch.
std::vector<Stretch> stretches_of(const Fact& fact, const AnswerClasses& classes,
                                  const std::vector<bool>& admitted) {
    const std::int64_t last = fact.type == FactType::integer
                                  ? fact.most
                                  : static_cast<std::int64_t>(fact.choices.size()) - 1;
    const auto& starts = classes.starts();
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (!admitted[classes.class_of(starts[i])]) continue;
        const std::int64_t most = i + 1 < starts.size() ? starts[i + 1] - 1 : last;
        if (!stretches.empty() && stretches.back().most + 1 == starts[i]) {
            stretches.back().most = most;
        } else {
            stretches.push_back({starts[i], most});
        }
    }
    return stretches;
}

/// Both files in one forest, and what can be read off it.
class Comparer {
 public:
    Comparer(const Criteria& first, const Criteria& second)
        : first_(first),
          second_(second),
          united_(unite(first, second)),
          levels_(united_.criteria,
                  answer_classes(united_.criteria, outcome_tests(united_.criteria))),
          compiler_(united_.criteria, levels_),
          cover_(compiler_.forest(), levels_.count()),
          impossible_first_(impossible(0, united_.second_impossible)),
          impossible_second_(
              impossible(united_.second_impossible, united_.criteria.impossible.size())) {
        name_conditions();
    }

    void fill(Difference& difference) {
        const NodeId all = cover_.diagram(cover_.whole());
        const NodeId either = cover_.either(impossible_first_, impossible_second_);
        difference.facts = united_.criteria.facts;
        difference.combinations = cover_.count(all);
        difference.compared = cover_.count(cover_.without(all, either));
        difference.impossible_in_first = only_impossible(impossible_first_, impossible_second_);
        difference.impossible_in_second = only_impossible(impossible_second_, impossible_first_);
        for (std::size_t i = 0; i < first_.determinations.size(); ++i) {
            const auto partner = second_.determination_of(first_.determinations[i].id);
            if (partner) {
                difference.determinations.push_back(determination(i, *partner));
            } else {
                difference.determinations_removed.push_back(i);
            }
        }
        for (std::size_t i = 0; i < second_.determinations.size(); ++i) {
            if (!first_.determination_of(second_.determinations[i].id)) {
                difference.determinations_added.push_back(i);
            }
        }
    }

 private:
    NodeId impossible(std::size_t from, std::size_t to) {
        NodeId any = compiler_.forest().terminal(fails_bit);
        for (std::size_t i = from; i < to; ++i) {
            any = cover_.either(any, compiler_.test(united_.criteria.impossible[i].when));
        }
        return any;
    }

    NodeId condition(std::size_t united) {
        return compiler_.test(united_.criteria.conditions[united].when);
    }

    /// Conditions of one id that the files define differently, by their place among the united.
    /// Named in a sentence they would mean one thing to readers of the one file and another to
    /// those of the other.
    std::set<std::size_t> ambiguous_conditions() {
        std::set<std::size_t> ambiguous;
        for (std::size_t i = 0; i < first_.conditions.size(); ++i) {
            const auto partner =
                std::ranges::find(second_.conditions, first_.conditions[i].id, &Condition::id);
            if (partner == second_.conditions.end()) continue;
            const std::size_t other =
                united_.second_conditions +
                static_cast<std::size_t>(partner - second_.conditions.begin());
            if (condition(i) != condition(other)) ambiguous.insert({i, other});
        }
        return ambiguous;
    }

    /// Those of the second file that mean the same as one of the first are left out.
    void name_conditions() {
        std::set<NodeId> known;
        const auto ambiguous = ambiguous_conditions();
        const NodeId all = cover_.diagram(cover_.whole());
        for (std::size_t i = 0; i < united_.criteria.conditions.size(); ++i) {
            const NodeId set = condition(i);
            if (Forest::is_terminal(set) || ambiguous.contains(i)) continue;
            if (!known.insert(set).second) continue;
            const bool second = i >= united_.second_conditions;
            named_.push_back({{second ? Side::second : Side::first,
                               second ? i - united_.second_conditions : i, true},
                              set,
                              cover_.without(all, set)});
        }
    }

    /// Strict: what both call impossible is no part of it, nor of its products.
    Region only_impossible(NodeId own, NodeId other) {
        const NodeId wanted = cover_.without(own, other);
        return region(wanted, wanted);
    }

    DeterminationDifference determination(std::size_t first, std::size_t second) {
        const auto& a = first_.determinations[first];
        const auto& b = second_.determinations[second];
        DeterminationDifference difference{first, second, !same_outcomes(a, b), 0, {}};
        const NodeId pairs = product(first, second);
        NodeId parted = compiler_.forest().terminal(fails_bit);
        for (const Possible pair : pairs_in(pairs)) {
            const NodeId wanted = where(pairs, [&](Possible p) { return p == pair; });
            const NodeId allowed =
                where(pairs, [&](Possible p) { return p == pair || p == excluded; });
            difference.partings.push_back(
                {static_cast<std::size_t>((pair - first_pair) / pair_stride),
                 static_cast<std::size_t>((pair - first_pair) % pair_stride),
                 region(wanted, allowed)});
            parted = cover_.either(parted, wanted);
        }
        difference.combinations = cover_.count(parted);
        return difference;
    }

    /// The pair of outcomes at every combination.
    NodeId product(std::size_t first, std::size_t second) {
        const auto& a = first_.determinations[first].outcomes;
        const auto& b = second_.determinations[second].outcomes;
        const auto root = [this](std::size_t index) {
            return compiler_.consistent(compiler_.determination(index));
        };
        return compiler_.forest().apply(
            root(first), root(united_.second_determinations + second),
            [&](Possible x, Possible y) -> Possible {
                // INVARIANT: both are empty at once, for the entries of both files count for both.
                if (x == 0) return excluded;
                const auto i = static_cast<std::size_t>(std::countr_zero(x));
                const auto j = static_cast<std::size_t>(std::countr_zero(y));
                return a[i].id == b[j].id ? agreed : first_pair + i * pair_stride + j;
            });
    }

    /// The pairs of different outcomes that occur, in the order of the files.
    std::set<Possible> pairs_in(NodeId root) const {
        const Forest& forest = compiler_.forest();
        std::set<Possible> pairs;
        forest.each_below(root, [&](NodeId id) {
            if (Forest::is_terminal(id) && forest.possible(id) >= first_pair) {
                pairs.insert(forest.possible(id));
            }
        });
        return pairs;
    }

    template <class Condition>
    NodeId where(NodeId pairs, const Condition& wanted) {
        return compiler_.forest().apply(
            pairs, compiler_.forest().terminal(excluded),
            [&](Possible pair, Possible) { return wanted(pair) ? holds_bit : fails_bit; });
    }

    Region region(NodeId wanted, NodeId allowed) {
        Region region;
        region.combinations = cover_.count(wanted);
        const auto found = cover_.find(wanted, allowed, Region::product_limit);
        region.unlisted = found.uncovered;
        for (const Box& box : found.boxes) {
            region.products.push_back(product_of(box, allowed));
            region.products.back().combinations = cover_.count(wanted, box);
        }
        put_sentences_together(region.products);
        return region;
    }

    /// Those said alike stand next to one another, where the first of them is.
    static void put_sentences_together(std::vector<Product>& products) {
        for (auto at = products.begin(); at != products.end();) {
            at = std::stable_partition(at, products.end(),
                                       [words = words_of(*at)](const Product& product) {
                                           return words_of(product) == words;
                                       });
        }
    }

    using SaidWords = std::vector<std::array<std::int64_t, 3>>;

    /// What the words of a product say.
    static SaidWords words_of(const Product& product) {
        SaidWords words;
        for (const auto& part : product.conditions) {
            words.push_back({part.side == Side::first ? 0 : 1,
                             static_cast<std::int64_t>(part.condition), part.holds ? 1 : 0});
        }
        for (const std::size_t i : product.beside) {
            const auto& [fact, answers] = product.restrictions[i];
            for (const auto& [least, most] : answers) {
                words.push_back({2 + static_cast<std::int64_t>(fact), least, most});
            }
        }
        return words;
    }

    Product product_of(const Box& box, NodeId allowed) {
        Product product;
        const Wording wording =
            widened(wording_of(box, named_, cover_), box, named_, allowed, cover_);
        product.conditions = wording.conditions;
        // No fact is tied here, so that levels follow the order of the facts.
        for (std::size_t level = 0; level < box.size(); ++level) {
            if (box[level] == cover_.whole()[level]) continue;
            if (std::find(wording.levels.begin(), wording.levels.end(), level) !=
                wording.levels.end()) {
                product.beside.push_back(product.restrictions.size());
            }
            const std::size_t fact = levels_.fact(level);
            product.restrictions.push_back(
                {fact,
                 stretches_of(united_.criteria.facts[fact], levels_.classes(level), box[level])});
        }
        return product;
    }

    const Criteria& first_;
    const Criteria& second_;
    UnitedCriteria united_;
    Levels levels_;
    Compiler compiler_;
    Cover cover_;
    NodeId impossible_first_;
    NodeId impossible_second_;
    std::vector<NamedSet> named_;
};

}  // namespace

bool Difference::any() const {
    const auto parted = [](const DeterminationDifference& determination) {
        return determination.outcomes_changed || !determination.partings.empty();
    };
    return !parts.empty() || !facts_removed.empty() || !facts_added.empty() ||
           !facts_changed.empty() || !determinations_removed.empty() ||
           !determinations_added.empty() || impossible_in_first.combinations > 0 ||
           impossible_in_second.combinations > 0 ||
           std::any_of(determinations.begin(), determinations.end(), parted);
}

Difference compare(const Criteria& first, const Criteria& second) {
    Difference difference;
    compare_facts(first, second, difference);
    Comparer(first, second).fill(difference);
    difference.parts = compare_parts(first, second);
    return difference;
}

}  // namespace scr::criteria
