#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/criteria.hpp"

namespace scr::criteria {

/// A number of combinations of answers, one answer for each fact of either file; answers that no
/// comparison of either file tells apart count as one.
using Count = std::uint64_t;
/// So many or more: past counting.
inline constexpr Count uncounted = std::numeric_limits<Count>::max();

enum class Side { first, second };

/// Answers next to one another, both ends inclusive: positions in a fact's choices, or whole
/// numbers.
struct Stretch {
    std::int64_t least = 0;
    std::int64_t most = 0;

    bool operator==(const Stretch&) const = default;
};

/// What a product asks of one fact.
struct Restriction {
    std::size_t fact = 0;          ///< in Difference::facts
    std::vector<Stretch> answers;  ///< those admitted, ascending, never touching
};

/// A named condition of one file that holds, or fails, wherever a product does. None that the other
/// file defines differently under the same id.
struct ConditionPart {
    Side side = Side::first;
    std::size_t condition = 0;
    bool holds = true;
};

/// Answers to some facts, whatever those to the others. Each answer stands with the rest in a
/// combination that is meant; with any other to one of them it would reach combinations that are
/// not meant, or none that is.
struct Product {
    std::vector<Restriction> restrictions;  ///< in the order of the facts; none: everywhere
    Count combinations = 0;                 ///< those meant that it covers; products may overlap

    /// The files' words for it: conditions that they name, and the restrictions that say what these
    /// do not (positions in `restrictions`). They may take in more of the same region, and then say
    /// several products at once, which stand next to one another.
    std::vector<ConditionPart> conditions;
    std::vector<std::size_t> beside;
};

/// A set of combinations: how many they are, and few products that together cover exactly them. A
/// product of a parting may take in what is impossible in either file; it says nothing of that, and
/// names no answer for its sake alone.
/// The largest product comes first.
struct Region {
    Count combinations = 0;
    std::vector<Product> products;
    Count unlisted =
        0;  ///< combinations in none of the products: only beyond the limit of products

    /// No more products than this are looked for.
    static constexpr std::size_t product_limit = 150;
};

/// Where one outcome of the first file meets another of the second.
struct Parting {
    std::size_t first = 0;  ///< an outcome of the first file's determination
    std::size_t second = 0;
    Region region;
};

/// A determination that both files have.
struct DeterminationDifference {
    std::size_t first = 0;  ///< its position in the first file
    std::size_t second = 0;
    bool outcomes_changed = false;  ///< an outcome is in one file only, or their order changed
    Count combinations = 0;         ///< over all partings
    std::vector<Parting> partings;  ///< strongest outcome of the first file first
};

/// One thing that the files say differently of a fact or another part; blank where a file says
/// nothing.
struct FactChange {
    std::string what;  ///< the file's key: `choices`, `range`, `if_blank`
    std::string first;
    std::string second;
};

/// What is no fact, and which only one file has or the two describe differently.
struct PartChange {
    /// `file`, `question`, `outcome`, `condition`, `criterion`, `decision`, `publication`,
    /// `deadline`, `review kind`, `checklist` or `factor`
    std::string kind;
    std::string id;               ///< of an outcome or a factor: that of its list, a dot, its own
    std::optional<Side> only_in;  ///< nothing where both have it
    std::vector<FactChange> changes;  ///< all that is said, where only one has it
};

struct ChangedFact {
    std::size_t first = 0;
    std::size_t second = 0;
    std::vector<FactChange> changes;
};

/// What parts two criteria files. Facts are matched by name, determinations and outcomes by id.
/// Compared are the outcomes at every complete combination of answers that neither file calls
/// impossible; where they treat silence otherwise is among the changes of the facts.
struct Difference {
    std::vector<std::size_t> facts_removed;  ///< positions in the first file
    std::vector<std::size_t> facts_added;    ///< positions in the second file
    std::vector<ChangedFact> facts_changed;
    std::vector<std::size_t> determinations_removed;
    std::vector<std::size_t> determinations_added;
    std::vector<DeterminationDifference> determinations;

    /// The facts of either file over which the combinations range. Of a fact in both, the answers
    /// that both know; one without a shared answer is there twice, as `age (first)`, `age
    /// (second)`.
    std::vector<Fact> facts;
    Count combinations = 0;       ///< all of them, impossible ones included
    Count compared = 0;           ///< those that neither file calls impossible
    Region impossible_in_first;   ///< only there
    Region impossible_in_second;  ///< only there

    std::vector<PartChange> parts;  ///< what else they say differently

    /// Whether the files differ in any of this. Titles, notes, sources, examples and claims are not
    /// compared.
    bool any() const;
};

/// Exact, by the product of the files' diagrams; no sampling. Throws Failure (refused) when they
/// outgrow the documented limit.
Difference compare(const Criteria& first, const Criteria& second);

/// A restriction in the language of the files: `age < 18`, `setting in (custody, remand)`.
std::string expression_of(const Fact&, const Restriction&);
/// The restrictions joined by `and`; blank where there is none.
std::string expression_of(const std::vector<Fact>& facts, const Product&);
/// The answers alone, for a sentence: `custody or remand`, `under 18`.
std::string answers_of(const Fact&, const Restriction&);

}  // namespace scr::criteria
