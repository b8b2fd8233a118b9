// What the rules of a file say of one another: what is impossible, what decides, what comes out.

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "criteria/findings_shown.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

std::string quoted(const std::string& id) {
    return fmt::format("`{}`", id);
}

/// The smallest record on which a criterion holds.
std::optional<ShownRecord> where_criterion_holds(RuleDiagrams& diagrams, const Screener& screener,
                                                 std::size_t criterion) {
    const Criteria& criteria = diagrams.criteria();
    const NodeId holds = diagrams.consistent(criteria.criteria[criterion].when);
    return shown(criteria, screener, diagrams.smallest_record(holds), [&](const Screening& s) {
        return !s.contradictory() &&
               std::find(s.criteria.begin(), s.criteria.end(), criterion) != s.criteria.end();
    });
}

/// The smallest record that an entry of `impossible` refuses.
std::optional<ShownRecord> what_it_refuses(RuleDiagrams& diagrams, const Screener& screener,
                                           std::size_t entry) {
    const auto answers = diagrams.smallest_record(diagrams.impossible(entry));
    return shown(diagrams.criteria(), screener, answers, [&](const Screening& s) {
        const auto& found = s.contradictions;
        return std::find(found.begin(), found.end(), entry) != found.end();
    });
}

void report_everything_impossible(RuleDiagrams& diagrams, const Screener& screener,
                                  FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    std::size_t alone = 0;
    const NodeId always = diagrams.forest().terminal(holds_bit);
    while (alone < criteria.impossible.size() && diagrams.impossible(alone) != always) ++alone;
    const bool one = alone < criteria.impossible.size();
    const auto record = shown(criteria, screener, Answers(criteria.facts.size()),
                              [](const Screening& screening) { return screening.contradictory(); });
    findings.push_back({FindingKind::everything_impossible,
                        {criteria.impossible[one ? alone : 0].span,
                         one ? "this impossible entry excludes every record"
                             : "the impossible entries together exclude every record",
                         "whatever the answers are, they are refused as contradictory",
                         one ? "correct its `when`: it says what cannot be"
                             : "correct the `when` of one of them: each says what cannot be"},
                        record});
}

void report_idle_entry(RuleDiagrams& diagrams, const Screener& screener, std::size_t entry,
                       const std::vector<std::size_t>& others, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    std::vector<std::string> texts;
    for (const std::size_t other : others) texts.push_back(quoted(criteria.impossible[other].text));
    findings.push_back(
        {FindingKind::idle_impossible,
         {criteria.impossible[entry].span, "this impossible entry excludes nothing new",
          fmt::format("what it excludes is excluded by {} already", text::join_in_words(texts)),
          "take it out, or correct its `when`"},
         what_it_refuses(diagrams, screener, entry)});
}

std::string never_decides_note(const Criteria& criteria, const Criterion& criterion,
                               const std::vector<std::size_t>& others) {
    const Determination& determination = criteria.determinations[criterion.determination];
    if (others.size() > 1) return "each of them calls for the same outcome or a stronger one";
    const Criterion& other = criteria.criteria[others.front()];
    const std::string& outcome = determination.outcomes[other.outcome].id;
    return other.outcome == criterion.outcome
               ? fmt::format("both call for `{}`", outcome)
               : fmt::format("`{}` calls for the stronger outcome `{}`", other.id, outcome);
}

/// What happens whenever a criterion that decides nothing holds.
std::string whenever_it_holds(const Criteria& criteria, const std::vector<std::size_t>& others) {
    std::vector<std::string> names;
    for (const std::size_t other : others) names.push_back(quoted(criteria.criteria[other].id));
    return fmt::format("whenever it holds, {} holds too", text::join_in_words(names, "or"));
}

/// Of a criterion for the `otherwise`, which comes out wherever it holds and nothing stronger does.
void report_for_otherwise(RuleDiagrams& diagrams, const Screener& screener, std::size_t index,
                          const std::vector<std::size_t>& others, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Criterion& criterion = criteria.criteria[index];
    const Determination& determination = criteria.determinations[criterion.determination];
    std::string note = fmt::format("where nothing stronger comes out, `{}` does without it",
                                   determination.outcomes[criterion.outcome].id);
    if (!others.empty()) note = fmt::format("{}, or {}", whenever_it_holds(criteria, others), note);
    findings.push_back(
        {FindingKind::criterion_never_decides,
         {criterion.span,
          fmt::format("criterion `{}` never decides: `{}` is the `otherwise` of `{}`", criterion.id,
                      determination.outcomes[criterion.outcome].id, determination.id),
          std::move(note),
          "take it out, or correct its `outcome`; with an `eye` it may stay, to call for a look"},
         where_criterion_holds(diagrams, screener, index)});
}

void report_never_decides(RuleDiagrams& diagrams, const Screener& screener, std::size_t index,
                          const std::vector<std::size_t>& others, bool or_otherwise,
                          FileFindings& findings) {
    if (or_otherwise) return report_for_otherwise(diagrams, screener, index, others, findings);
    const Criteria& criteria = diagrams.criteria();
    const Criterion& criterion = criteria.criteria[index];
    const bool one = others.size() == 1;
    findings.push_back(
        {one ? FindingKind::criterion_implies : FindingKind::criterion_never_decides,
         {criterion.span,
          fmt::format("criterion `{}` never decides: {}", criterion.id,
                      whenever_it_holds(criteria, others)),
          never_decides_note(criteria, criterion, others),
          "take it out, or correct its `when`; with an `eye` it may stay, to call for a look"},
         where_criterion_holds(diagrams, screener, index)});
}

/// The criteria of one determination that hold somewhere; a fault for each that does not.
std::vector<std::size_t> those_that_hold(RuleDiagrams& diagrams, const Screener& screener,
                                         std::size_t determination, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    std::vector<std::size_t> holding;
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
        const Criterion& criterion = criteria.criteria[i];
        if (criterion.determination != determination) continue;
        if ((diagrams.reachable(diagrams.consistent(criterion.when)) & holds_bit) != 0) {
            holding.push_back(i);
            continue;
        }
        const Nearest nearest = nearest_to_holding(diagrams, screener, criterion.when);
        findings.push_back(
            {FindingKind::criterion_never_holds,
             {criterion.span, fmt::format("criterion `{}` can never hold", criterion.id),
              nearest.added_to("no answers that can stand together meet its `when`"),
              "correct its `when`, or take it out"},
             nearest.record});
    }
    return holding;
}

/// The smallest record of all, whose open answers leave all other outcomes that they can lead to.
std::optional<ShownRecord> where_it_is_not_possible(RuleDiagrams& diagrams,
                                                    const Screener& screener,
                                                    std::size_t determination,
                                                    std::size_t outcome) {
    const auto shows = [&](const Screening& screening) {
        if (screening.contradictory()) return false;
        return !screening.findings[determination].possible.contains(outcome);
    };
    return shown(diagrams.criteria(), screener, smallest_of_all(diagrams), shows);
}

/// The note and the help of an `otherwise` that is never the result.
std::pair<std::string, std::string> never_otherwise(const Criteria& criteria,
                                                    const std::vector<std::size_t>& instead) {
    std::vector<std::string> names;
    for (const std::size_t i : instead) names.push_back(quoted(criteria.criteria[i].id));
    if (names.size() == 1)
        return {fmt::format("it is the `otherwise`, and criterion {} holds on every record",
                            names.front()),
                fmt::format("correct the `when` of {}, which holds too often", names.front())};
    return {fmt::format("it is the `otherwise`, and on every record {} holds",
                        text::join_in_words(names, "or")),
            "correct the `when` of one of them: together they hold too often"};
}

/// Why an outcome that no record has is never the result, and a record near to it: the smallest on
/// which a criterion for it holds, else the smallest of all.
void report_unreachable(RuleDiagrams& diagrams, const Screener& screener, std::size_t index,
                        std::size_t outcome, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Determination& determination = criteria.determinations[index];
    FileFinding finding{FindingKind::unreachable_outcome, {}, std::nullopt};
    Diagnostic& said = finding.diagnostic;
    said.span = determination.outcomes[outcome].span;
    said.message = fmt::format("outcome `{}` of `{}` is never the result",
                               determination.outcomes[outcome].id, determination.id);
    said.note = "no criterion leads to it, and it is not the `otherwise`";
    said.help = "write a criterion for it, or take it out of `outcomes`";
    for (std::size_t i = 0; i < criteria.criteria.size() && !finding.record; ++i) {
        const Criterion& criterion = criteria.criteria[i];
        if (criterion.determination != index || criterion.outcome != outcome) continue;
        finding.record = where_criterion_holds(diagrams, screener, i);
        said.note = finding.record
                        ? "wherever a criterion for it holds, one for a stronger outcome does too"
                        : "no criterion for it can ever hold";
        said.help = "correct the `when` of its criteria, or take it out of `outcomes`";
    }
    if (determination.otherwise == outcome)
        std::tie(said.note, said.help) =
            never_otherwise(criteria, criteria_on_every_record(diagrams, index));
    if (!finding.record)
        finding.record = where_it_is_not_possible(diagrams, screener, index, outcome);
    findings.push_back(std::move(finding));
}

/// Holds where an `otherwise` comes out unless a criterion for it or a stronger outcome holds: no
/// criterion for a weaker outcome does.
NodeId nothing_weaker(RuleDiagrams& diagrams, std::size_t determination,
                      const std::vector<std::size_t>& holding) {
    const Criteria& criteria = diagrams.criteria();
    Forest& forest = diagrams.forest();
    NodeId result = diagrams.compiler().consistent(forest.terminal(holds_bit));
    for (const std::size_t i : holding) {
        const Criterion& criterion = criteria.criteria[i];
        if (criterion.outcome <= criteria.determinations[determination].otherwise) continue;
        result = jointly(forest, result, diagrams.compiler().test(negated(criterion.when)));
    }
    return result;
}

/// The criteria of a determination that hold somewhere as candidates, by outcome. The `otherwise`
/// stands last, and before the criteria for it in rank: it is never the one that is not needed.
class CriteriaOf {
 public:
    CriteriaOf(RuleDiagrams& diagrams, std::size_t determination, std::vector<std::size_t> holding)
        : holding_(std::move(holding)) {
        const Criteria& criteria = diagrams.criteria();
        const std::size_t otherwise = criteria.determinations[determination].otherwise;
        bool for_otherwise = false;
        for (const std::size_t i : holding_) {
            const Criterion& criterion = criteria.criteria[i];
            for_otherwise = for_otherwise || criterion.outcome == otherwise;
            candidates_.push_back({diagrams.consistent(criterion.when), 2 * criterion.outcome + 1});
        }
        if (!for_otherwise) return;
        const NodeId rest = nothing_weaker(diagrams, determination, holding_);
        if ((diagrams.reachable(rest) & holds_bit) != 0)
            candidates_.push_back({rest, 2 * otherwise});
    }

    const std::vector<Candidate>& candidates() const { return candidates_; }
    bool is_otherwise(std::size_t candidate) const { return candidate == holding_.size(); }
    std::size_t criterion(std::size_t candidate) const { return holding_[candidate]; }

 private:
    std::vector<std::size_t> holding_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<std::size_t> criteria_on_every_record(RuleDiagrams& diagrams,
                                                  std::size_t determination) {
    const Criteria& criteria = diagrams.criteria();
    std::vector<std::size_t> candidates;
    std::vector<NodeId> holds;
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
        const Criterion& criterion = criteria.criteria[i];
        if (criterion.determination != determination ||
            criterion.outcome == criteria.determinations[determination].otherwise)
            continue;
        candidates.push_back(i);
        holds.push_back(diagrams.consistent(criterion.when));
    }
    const NodeId everywhere = diagrams.compiler().consistent(diagrams.forest().terminal(holds_bit));
    std::vector<std::size_t> named;
    for (const std::size_t i : covering(diagrams.forest(), everywhere, holds))
        named.push_back(candidates[i]);
    return named;
}

void find_impossible(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    if (diagrams.everything_impossible()) {
        report_everything_impossible(diagrams, screener, findings);
        return;
    }
    const Criteria& criteria = diagrams.criteria();
    std::vector<std::size_t> entries;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < criteria.impossible.size(); ++i) {
        const NodeId holds = diagrams.impossible(i);
        if (diagrams.reachable(holds) != fails_bit) {
            entries.push_back(i);
            candidates.push_back({holds, 0});
            continue;
        }
        const Nearest nearest = nearest_to_holding(diagrams, screener, criteria.impossible[i].when);
        findings.push_back(
            {FindingKind::idle_impossible,
             {criteria.impossible[i].span, "this impossible entry excludes nothing",
              nearest.added_to("no answers meet its `when`"), "take it out, or correct its `when`"},
             nearest.record});
    }
    for (const Covered& covered : find_covered(diagrams.forest(), candidates)) {
        std::vector<std::size_t> others;
        for (const std::size_t by : covered.by) others.push_back(entries[by]);
        report_idle_entry(diagrams, screener, entries[covered.candidate], others, findings);
    }
}

void find_criteria(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    for (std::size_t d = 0; d < criteria.determinations.size(); ++d) {
        const auto holding = those_that_hold(diagrams, screener, d, findings);
        const CriteriaOf of(diagrams, d, holding);
        for (const Covered& covered : find_covered(diagrams.forest(), of.candidates())) {
            if (of.is_otherwise(covered.candidate)) continue;
            const std::size_t index = of.criterion(covered.candidate);
            if (!criteria.criteria[index].eye.empty()) continue;
            std::vector<std::size_t> others;
            for (const std::size_t by : covered.by) {
                if (!of.is_otherwise(by)) others.push_back(of.criterion(by));
            }
            report_never_decides(diagrams, screener, index, others,
                                 others.size() < covered.by.size(), findings);
        }
    }
}

void find_outcomes(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    for (std::size_t d = 0; d < criteria.determinations.size(); ++d) {
        Compiler& compiler = diagrams.compiler();
        const Possible possible =
            diagrams.reachable(compiler.consistent(compiler.determination(d)));
        for (std::size_t i = 0; i < criteria.determinations[d].outcomes.size(); ++i) {
            if ((possible >> i & 1) == 0) report_unreachable(diagrams, screener, d, i, findings);
        }
    }
}

}  // namespace scr::criteria
