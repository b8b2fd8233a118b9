#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "criteria/compiler.hpp"
#include "scr/criteria/findings.hpp"

namespace scr::criteria {

using FileFindings = std::vector<FileFinding>;

/// The diagrams of one file over complete answers, and those with blanks in which small records are
/// looked for. What is called a test below holds on consistent combinations only.
class RuleDiagrams {
 public:
    explicit RuleDiagrams(const Criteria&);

    const Criteria& criteria() const { return criteria_; }
    const Levels& levels() const { return levels_; }
    Compiler& compiler() { return compiler_; }
    Forest& forest() { return compiler_.forest(); }

    NodeId consistent(const Test& test) { return compiler_.consistent(compiler_.test(test)); }
    /// Consistent or not: consistency is what an entry of `impossible` makes.
    NodeId impossible(std::size_t index) {
        return compiler_.test(criteria_.impossible[index].when);
    }
    bool everything_impossible();
    /// Every set that some combination of answers leads to, empty ones left out; one bit each.
    Possible reachable(NodeId) const;

    /// The record with the fewest answers, the rest left blank, on which `complete` is certain to
    /// hold; nothing where it never holds.
    std::optional<Answers> smallest_record(NodeId complete);
    /// The smallest record that is not refused and gives the fact this answer, or, where others may
    /// share it, one that no comparison tells from it.
    std::optional<Answers> smallest_record_with(std::size_t fact, std::int64_t answer);

    /// A diagram over complete answers with its open edges added: a node of open().
    NodeId opened(NodeId complete) { return opener_.open(complete); }
    const Forest& open() const { return open_; }

 private:
    /// Holds where the fact has this answer, or one that no comparison tells from it.
    NodeId answered(std::size_t fact, std::int64_t answer);

    const Criteria& criteria_;
    Levels levels_;
    Compiler compiler_;
    Forest open_;
    Opener opener_;
};

/// The answers of a record as the file writes them.
std::string facts_text(const Criteria&, const Answers&);
/// `review = scr_consider or no_review, notifiable = notifiable`.
std::string outcomes_text(const Criteria&, const Screening&);

using Shows = std::function<bool(const Screening&)>;

/// The record as it screens, where there is one. `shows` says whether it is what it was looked for:
/// the diagrams and the screener are two roads to the same answer.
std::optional<ShownRecord> shown(const Criteria&, const Screener&,
                                 const std::optional<Answers>& answers, const Shows& shows);

/// What the screener makes of a test on a record that it does not refuse.
Truth truth_of(const Screener&, const Test&, const Screening&);

/// The smallest record that is not refused: with nothing answered, unless what the file makes of
/// blanks cannot stand together. Where every record is refused, the blank one.
Answers smallest_of_all(RuleDiagrams&);

/// The smallest record on which a test is certain to hold.
std::optional<ShownRecord> where_it_holds(RuleDiagrams&, const Screener&, const Test&);

/// The smallest of the records that answer a fact on which nothing turns: each of its answers
/// screens the same.
std::optional<ShownRecord> where_it_is_answered(RuleDiagrams&, const Screener&, std::size_t fact);

/// A record that comes near to what no record does.
struct Nearest {
    std::optional<ShownRecord> record;
    std::string but;  ///< the one part of the test that it does not meet, where that is so

    /// `note`, with what the record does not meet.
    std::string added_to(std::string_view note) const;
};

/// Of a test that never holds on consistent answers: the smallest record on which it holds and
/// which is refused; else, of a conjunction, the smallest that meets all of it but one part; else
/// the smallest of all.
Nearest nearest_to_holding(RuleDiagrams&, const Screener&, const Test&);

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
void report_comparisons(RuleDiagrams&, const Screener&, const std::vector<ConstantComparison>&,
                        FileFindings&);

/// Takes out whatever follows from constant comparisons alone: it would not be found if each came
/// out either way, independent of every answer. Of a fact that one asks for it is not said either
/// that it changes nothing. Where the file with all those questions outgrows the diagrams, nothing
/// is taken out.
void leave_out_consequences(const Criteria&, const std::vector<ConstantComparison>&, FileFindings&);

/// One of several things that hold on some records, the weaker the higher its rank.
struct Candidate {
    NodeId holds = 0;
    std::size_t rank = 0;
};

/// A candidate that is not needed: wherever it holds, one of others of its own or a lower rank
/// does.
struct Covered {
    std::size_t candidate = 0;
    std::vector<std::size_t> by;  ///< one where one suffices; none of them is itself covered
};

/// Which candidates could all be left out together: first those that a single other one covers (of
/// two that are the same, the later), then, the last first, those that several others cover.
/// Every candidate must hold somewhere.
std::vector<Covered> find_covered(Forest&, const std::vector<Candidate>&);

/// All that is said of the rules themselves, constant comparisons left out.
FileFindings find_in_rules(RuleDiagrams&, const Screener&);
/// Its parts, and those of check_file.
void find_impossible(RuleDiagrams&, const Screener&, FileFindings&);
void find_criteria(RuleDiagrams&, const Screener&, FileFindings&);
void find_outcomes(RuleDiagrams&, const Screener&, FileFindings&);
void find_unused(RuleDiagrams&, const Screener&, FileFindings&);
void find_idle(RuleDiagrams&, const Screener&, FileFindings&);
void find_citations(const Criteria&, FileFindings&);

/// Which facts and conditions something names: the criteria, deadlines and entries of `impossible`,
/// and, for conditions alone, the claims. A condition that a named one names is named too, and so
/// is a fact whose answer a named one shares when blank.
struct Usage {
    std::vector<bool> facts;
    std::vector<bool> conditions;
};
Usage usage_of(const Criteria&);
/// The conditions that entries of `impossible` name.
std::vector<bool> conditions_in_impossible(const Criteria&);

}  // namespace scr::criteria
