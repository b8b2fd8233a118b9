#include "criteria/turned_outcomes.hpp"

namespace scr::criteria {
namespace {

Possible truth(bool holds) {
    return holds ? holds_bit : fails_bit;
}

}  // namespace

NodeId TurnedOutcomes::outcome(std::size_t condition, std::size_t determination) {
    const auto known = outcomes_.find({condition, determination});
    if (known != outcomes_.end()) return known->second;
    const Criteria& criteria = diagrams_.criteria();
    bool used = false;
    for (const Criterion& criterion : criteria.criteria) {
        used = used || (criterion.determination == determination &&
                        conditions_.turns_on(criterion.when, condition));
    }
    Compiler& compiler = diagrams_.compiler();
    const auto turned = [&](const Criterion& criterion) {
        return conditions_.turned(criterion.when, condition);
    };
    const NodeId result = used ? compiler.determination_with(determination, turned)
                               : compiler.determination(determination);
    outcomes_.emplace(std::pair{condition, determination}, result);
    return result;
}

NodeId TurnedOutcomes::decides(std::size_t condition, std::size_t determination) {
    return diagrams_.forest().apply(diagrams_.compiler().determination(determination),
                                    outcome(condition, determination),
                                    [](Possible a, Possible b) { return truth(a != b); });
}

NodeId TurnedOutcomes::shows(std::size_t condition, std::size_t determination, bool holding) {
    const NodeId itself = diagrams_.compiler().test(conditions_.test(condition));
    return diagrams_.forest().apply(
        decides(condition, determination), itself, [holding](Possible decided, Possible held) {
            return truth(decided == holds_bit && (held == holds_bit) == holding);
        });
}

NodeId TurnedOutcomes::shows(std::size_t condition, bool holding) {
    NodeId result = diagrams_.forest().terminal(fails_bit);
    for (std::size_t i = 0; i < diagrams_.criteria().determinations.size(); ++i) {
        result = diagrams_.forest().apply(
            result, shows(condition, i, holding),
            [](Possible a, Possible b) { return truth(a == holds_bit || b == holds_bit); });
    }
    return result;
}

}  // namespace scr::criteria
