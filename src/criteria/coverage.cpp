#include "scr/criteria/coverage.hpp"

#include <bit>
#include <unordered_map>

#include "criteria/obstacles.hpp"
#include "criteria/screener_state.hpp"

namespace scr::criteria {
namespace {

/// What an example can expect of a determination: one outcome, or undetermined.
Possible as_expected(Possible set) {
    return std::has_single_bit(set) ? set : 0;
}

/// What each example shows of the conditions.
class CoverageMeasure {
 public:
    CoverageMeasure(const Criteria& criteria, const Screener& screener)
        : criteria_(criteria),
          screener_(screener),
          diagrams_(criteria),
          conditions_(criteria, diagrams_.levels()),
          turned_(diagrams_, conditions_),
          obstacles_(diagrams_, conditions_, turned_) {}

    std::vector<ConditionCoverage> run() {
        std::vector<ConditionCoverage> coverage(conditions_.count());
        for (std::size_t i = 0; i < criteria_.examples.size(); ++i) add_example(i, coverage);
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            coverage[i].condition = conditions_[i];
            if (!coverage[i].holds.example) coverage[i].holds.obstacle = obstacles_.of(i, true);
            if (!coverage[i].fails.example) coverage[i].fails.obstacle = obstacles_.of(i, false);
        }
        return coverage;
    }

 private:
    void add_example(std::size_t index, std::vector<ConditionCoverage>& coverage) {
        const Example& example = criteria_.examples[index];
        const Screening screening = screener_.screen(example.facts);
        if (screening.contradictory()) return;
        // Both sets of diagrams have the same levels.
        const Symbols symbols = screener_.state().diagrams.symbols(screening.reading);
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            ConditionSide* const side = side_on(coverage[i], i, symbols);
            if (side && !side->example && has_effect(example, i, symbols)) side->example = index;
        }
    }

    ConditionSide* side_on(ConditionCoverage& coverage, std::size_t condition,
                           const Symbols& symbols) {
        switch (walk(diagrams_.compiler().test(conditions_.test(condition)), symbols)) {
            case holds_bit: return &coverage.holds;
            case fails_bit: return &coverage.fails;
            default: return nullptr;
        }
    }

    bool has_effect(const Example& example, std::size_t condition, const Symbols& symbols) {
        for (const auto& [determination, expected] : example.expect) {
            const Possible as_is = walk(diagrams_.compiler().determination(determination), symbols);
            const Possible turned = walk(turned_.outcome(condition, determination), symbols);
            if (as_expected(as_is) != as_expected(turned)) return true;
        }
        return false;
    }

    /// What is possible over the record's consistent completions.
    Possible walk(NodeId complete, const Symbols& symbols) {
        const auto known = opened_.find(complete);
        const NodeId root = known != opened_.end()
                                ? known->second
                                : diagrams_.opened(diagrams_.compiler().consistent(complete));
        opened_.emplace(complete, root);
        return diagrams_.open().walk(root, symbols);
    }

    const Criteria& criteria_;
    const Screener& screener_;
    RuleDiagrams diagrams_;
    TestedConditions conditions_;
    TurnedOutcomes turned_;
    Obstacles obstacles_;
    std::unordered_map<NodeId, NodeId> opened_;
};

}  // namespace

std::vector<ConditionCoverage> measure_coverage(const Criteria& criteria,
                                                const Screener& screener) {
    return CoverageMeasure(criteria, screener).run();
}

}  // namespace scr::criteria
