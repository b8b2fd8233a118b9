// What the rules of a file say of one another: what is impossible, what decides, what comes out.

#include <fmt/format.h>

#include <algorithm>

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

void report_never_decides(RuleDiagrams& diagrams, const Screener& screener, std::size_t index,
                          const std::vector<std::size_t>& others, FileFindings& findings) {
    const Criteria& criteria = diagrams.criteria();
    const Criterion& criterion = criteria.criteria[index];
    std::vector<std::string> names;
    for (const std::size_t other : others) names.push_back(quoted(criteria.criteria[other].id));
    const bool one = others.size() == 1;
    findings.push_back(
        {one ? FindingKind::criterion_implies : FindingKind::criterion_never_decides,
         {criterion.span,
          fmt::format("criterion `{}` never decides: whenever it holds, {} holds too", criterion.id,
                      text::join_in_words(names, "or")),
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
        const auto& possible = screening.findings[determination].possible;
        return std::find(possible.begin(), possible.end(), outcome) == possible.end();
    };
    return shown(diagrams.criteria(), screener, smallest_of_all(diagrams), shows);
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
    if (determination.otherwise == outcome) {
        said.note = "it is the `otherwise`, and some criterion holds on every record";
        said.help = "correct the criterion that holds too often";
    }
    if (!finding.record)
        finding.record = where_it_is_not_possible(diagrams, screener, index, outcome);
    findings.push_back(std::move(finding));
}

}  // namespace

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
        std::vector<Candidate> candidates;
        for (const std::size_t i : holding)
            candidates.push_back(
                {diagrams.consistent(criteria.criteria[i].when), criteria.criteria[i].outcome});
        for (const Covered& covered : find_covered(diagrams.forest(), candidates)) {
            const std::size_t index = holding[covered.candidate];
            if (!criteria.criteria[index].eye.empty()) continue;
            std::vector<std::size_t> others;
            for (const std::size_t by : covered.by) others.push_back(holding[by]);
            report_never_decides(diagrams, screener, index, others, findings);
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
