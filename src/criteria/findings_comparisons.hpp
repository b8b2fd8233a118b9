#pragma once

#include <vector>

#include "criteria/findings_parts.hpp"

namespace scr::criteria {

/// A comparison that tells no two answers apart.
struct ConstantComparison {
    const Test* test = nullptr;
    bool holds = false;
    bool by_range = true;  ///< for all answers of the fact; else for all that are not impossible
};

/// In file order of the lists: those of conditions, entries of `impossible`, criteria and
/// deadlines, then of claims. What `impossible` excludes counts in criteria and deadlines, and in
/// conditions that no entry of it names: an entry is there to exclude, and a claim may say that it
/// does.
std::vector<ConstantComparison> constant_comparisons(RuleDiagrams&);

/// The smallest record that answers the fact of a comparison; of those that are as small, the one
/// whose answer is nearest to what the comparison names: there one sees that nothing turns. Not
/// everything is impossible.
Answers smallest_with_an_answer(RuleDiagrams&, const Test& comparison);

void report_comparisons(RuleDiagrams&, const Screener&, const std::vector<ConstantComparison>&,
                        FileFindings&);

/// Takes out whatever follows from a constant comparison, a condition or deadline that always or
/// never holds, a criterion or an entry of `impossible` that never does, or a criterion that always
/// does: it would not be found if each came out either way, independent of every answer. Of a fact
/// that a constant comparison asks for it is not said either that it changes nothing. Where the
/// file with all those questions outgrows the diagrams, nothing more is taken out.
void leave_out_consequences(RuleDiagrams&, const std::vector<ConstantComparison>&, FileFindings&);

}  // namespace scr::criteria
