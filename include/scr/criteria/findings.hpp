#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/answer.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// What can be wrong with a file that compiles. Claims and examples that fail are in analysis.hpp.
enum class FindingKind : std::uint8_t {
    everything_impossible,    ///< no record fits all entries of `impossible`
    idle_impossible,          ///< an entry excludes nothing more than the others do
    unreachable_outcome,      ///< no complete record has it
    criterion_never_holds,    ///< on no complete record
    criterion_implies,        ///< another of the same or a stronger outcome always holds beside it
    criterion_never_decides,  ///< one or another of several such always holds beside it, or what
                              ///< it calls for is the `otherwise`, which comes out without it
    unused_fact,              ///< no criterion, deadline or entry of `impossible` names it
    idle_fact,                ///< they name it, and none of them ever turns on it
    unused_condition,         ///< neither do they nor a claim name it
    idle_condition,           ///< they name it, and none of them ever turns on it
    constant_condition,       ///< it holds on every record, or on none
    constant_deadline,        ///< its `when` holds on every record, or on none
    constant_comparison,      ///< it comes out the same whatever the answer to its fact is
    uncited_criterion,        ///< it does not say where it comes from
    uncited_provision,        ///< nothing cites it, and it is not declared out of scope
    overlapping_files,        ///< two files in force on one day, undeclared
    gap_between_files,        ///< days between two files on which none is in force
};

/// `criterion_never_holds` and so on.
std::string_view to_text(FindingKind);

/// A record that shows a finding, with as few answers as any record that does; what it leaves out
/// is blank. It was screened before it was put here, and shows
/// - of what excludes every record or nothing new: a record that is refused;
/// - of a criterion that decides nothing, a condition that nothing names or turns on: where it
///   holds;
/// - of a fact that nothing names or turns on: an answer, in place of which any other comes to the
///   same;
/// - of a comparison that its range or choices settle: the answer nearest to what it names, at
///   which it still comes out the same;
/// - of one that entries of `impossible` settle: that it comes out otherwise, and is refused;
/// - of what never holds, or never fails, where no record can show more: one that would show it and
///   is refused for that, else one that meets all parts of a conjunction but one, else the smallest
///   of all;
/// - of an outcome that is never the result: that a criterion for it holds and something stronger
///   comes out, else what the smallest record of all can lead to.
/// Nothing that a record says bears on citations and provisions, or on the days on which a file is
/// in force: their findings have none.
struct ShownRecord {
    Answers answers;
    std::string facts;     ///< `age = 0, died = yes`, or `nothing answered`
    std::string outcomes;  ///< `review = scr_consider or no_review`, or what refuses the record
};

/// Another place of the file that belongs to a finding.
struct RelatedPlace {
    enum class Role : std::uint8_t {
        cause,      ///< an entry of `impossible` that settles it
        repetition  ///< the same is so here, for the same reason
    };
    Role role{};
    std::string text;  ///< the entry's text, or the comparison
    Span span;
};
std::string_view to_text(RelatedPlace::Role);

struct FileFinding {
    FindingKind kind{};
    Diagnostic diagnostic;
    std::optional<ShownRecord> record;
    std::vector<RelatedPlace> related{};
    /// A fault makes the check fail; the others are notes, which may be as they should be.
    bool fault() const { return kind != FindingKind::gap_between_files; }
};

/// The finding as a block for people, like a diagnostic's: `fault:` or `note:`, then the record
/// that shows it.
std::string render(const FileFinding&, const Document&);

/// All findings about one file: those of comparisons, conditions, criteria, deadlines and entries
/// of `impossible` by place, then those of outcomes and facts, then citations. Exact: decided over
/// all complete, consistent answers by diagrams. Where nothing is consistent, that alone is said of
/// the rules. A comparison, a condition or a deadline that always comes out the same, and a
/// criterion that never holds, is said where it is written; what follows from it alone, and would
/// be mended with it, is not said as well: it would hide the cause. Nor is what only an unused
/// condition names. A criterion with an `eye` calls for a look and need not decide anything. The
/// criteria, or the entries of `impossible`, that are found to add nothing could all be left out
/// together: no outcome would change. Throws Failure (refused) beyond the documented size limit.
/// `screener` is of these criteria.
std::vector<FileFinding> check_file(const Criteria&, const Screener& screener);

/// What can be found of a file that check_file refuses: each part of the check for itself, those
/// left out that pass the limit. What is found is exact, but there may be more.
std::vector<FileFinding> check_large_file(const Criteria&, const Screener& screener);

/// How the periods of two files of one kind and jurisdiction meet.
struct PeriodFinding {
    FindingKind kind{};       ///< overlapping_files or gap_between_files
    std::size_t earlier = 0;  ///< a position among the heads
    std::size_t later = 0;    ///< another: the one that begins later
    std::string first;        ///< the first day of the overlap or the gap; blank: since ever
    std::string last;         ///< the last day of it; blank: for good
};

/// Every overlap of a pair that neither of the two declares, and every gap between one file and the
/// next, for each kind and jurisdiction. Two heads of one id are one file and are not compared. The
/// readings of a regime, which no date picks, are left out by whoever gives the heads.
std::vector<PeriodFinding> compare_periods(const std::vector<CriteriaHead>& heads);

/// Those of them that concern `file`, as findings about it: it takes the place of the one of the
/// same id in the library.
std::vector<FileFinding> check_period(const CriteriaHead& file,
                                      const std::vector<CriteriaHead>& library);

}  // namespace scr::criteria
