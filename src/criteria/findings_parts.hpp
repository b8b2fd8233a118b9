#pragma once

#include <functional>
#include <map>
#include <memory>
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

    /// Holds where the fact has this answer, or one that no comparison tells from it.
    NodeId answered(std::size_t fact, std::int64_t answer);

    /// Of the same file without its entries of `impossible`; made on first need.
    const Screener& unhindered();

    /// A diagram over complete answers with its open edges added: a node of open().
    NodeId opened(NodeId complete) { return opener_.open(complete); }
    const Forest& open() const { return open_; }

 private:
    const Criteria& criteria_;
    Levels levels_;
    Compiler compiler_;
    Forest open_;
    Opener opener_;
    std::unique_ptr<Criteria> without_impossible_;
    std::unique_ptr<Screener> unhindered_;
};

/// The answers of a record as the file writes them.
std::string facts_text(const Criteria&, const Answers&);
/// `review = scr_consider or no_review, notifiable = notifiable`.
std::string outcomes_text(const Criteria&, const Screening&);

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

/// Holds where both do; nowhere else, consistent or not.
NodeId jointly(Forest&, NodeId a, NodeId b);
/// Some of the candidates that together hold wherever `holds` does, none of which could be spared;
/// one where one suffices. Nothing where all of them together do not.
std::vector<std::size_t> covering(Forest&, NodeId holds, const std::vector<NodeId>& candidates);

/// All that is said of the rules themselves, constant comparisons left out.
FileFindings find_in_rules(RuleDiagrams&, const Screener&);
/// Its parts, and those of check_file.
void find_impossible(RuleDiagrams&, const Screener&, FileFindings&);
void find_criteria(RuleDiagrams&, const Screener&, FileFindings&);
void find_outcomes(RuleDiagrams&, const Screener&, FileFindings&);
void find_deadlines(RuleDiagrams&, const Screener&, FileFindings&);
void find_unused(RuleDiagrams&, const Screener&, FileFindings&);
void find_idle(RuleDiagrams&, const Screener&, FileFindings&);
void find_citations(const Criteria&, FileFindings&);

/// Criteria for other outcomes than the `otherwise` of a determination, one of which holds on every
/// record; as few as can be, none where there are none such.
std::vector<std::size_t> criteria_on_every_record(RuleDiagrams&, std::size_t determination);

/// Which facts and conditions something names: the criteria, deadlines and entries of `impossible`,
/// and, for conditions alone, the claims. A condition that a named one names is named too, and so
/// is a fact whose answer a named one shares when blank.
struct Usage {
    std::vector<bool> facts;
    std::vector<bool> conditions;
};
/// Marks what a test names, through conditions too.
void mark(const Criteria&, const Test&, Usage&);
Usage usage_of(const Criteria&);
/// The same without the claims, which decide nothing.
Usage rule_usage(const Criteria&);
/// Marks, too, the facts whose answers a marked one shares when it is blank.
void mark_partners(const Criteria&, std::vector<bool>& facts);
/// The conditions that entries of `impossible` name.
std::vector<bool> conditions_in_impossible(const Criteria&);

}  // namespace scr::criteria
