#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/criteria/screening.hpp"

/// Which parts of the rules the examples of a file put to the test, after modified
/// condition/decision coverage (Chilenski & Miller 1994): each condition, by itself, on both sides.
namespace scr::criteria {

/// A part of the criteria's tests that can be turned by itself: a named condition, or a comparison
/// of a fact. Comparisons that accept the same answers, or the opposite ones, are one condition; a
/// named condition that is nothing but a comparison gives that one its name.
struct TestedCondition {
    std::string name;  ///< of a named condition; blank for a comparison that has none
    std::string test;  ///< as the file writes it: `died`, `age < 18 and born_alive`
    std::string text;  ///< the condition's text, or the question of the compared fact
    /// What people call it: its name, else its test.
    const std::string& label() const { return name.empty() ? test : name; }
};

/// Why no consistent record shows a condition holding (or failing) with an effect on an outcome.
enum class ObstacleKind : std::uint8_t {
    unused,      ///< no criterion names it
    constant,    ///< it fails (or holds) on every consistent record
    impossible,  ///< only records that an entry of `impossible` refuses would show it
    masked,      ///< other criteria decide the same, whatever the other conditions are, or
                 ///< it is used for the `otherwise` alone
    coupled,     ///< other conditions on the same facts would have to come out as they never do
};
std::string_view to_text(ObstacleKind);

struct Obstacle {
    ObstacleKind kind{};
    std::string text;  ///< the reason in a sentence, without a full stop
};

/// One side of a condition: that it holds, or that it fails, with an effect on an outcome.
struct ConditionSide {
    std::optional<std::size_t> example;  ///< the first that shows it
    std::optional<Obstacle> obstacle;    ///< why none can; looked for only where none does
    bool missing() const { return !example && !obstacle; }
};

struct ConditionCoverage {
    TestedCondition condition;
    ConditionSide holds;
    ConditionSide fails;

    /// An example could show it, and none does.
    bool missing() const { return holds.missing() || fails.missing(); }
    bool covered() const { return holds.example && fails.example; }
};

/// Every condition of the file, in its order. An example shows one side of a condition where
///  - on its record the condition holds (fails) in every consistent completion, and
///  - if the condition came out the other way, wherever a criterion uses it, and all else stayed as
///    it is, then a determination of which the example says what it expects would come out
///    otherwise: as another outcome, as undetermined, or determined.
/// An open condition is on neither side, and a contradictory example shows nothing. Exact, by
/// diagrams. `screener` is of these criteria. Throws Failure (refused) beyond the documented size
/// limit.
std::vector<ConditionCoverage> measure_coverage(const Criteria&, const Screener& screener);

}  // namespace scr::criteria
