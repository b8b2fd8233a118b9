#include "scr/criteria/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "criteria/findings_comparisons.hpp"
#include "criteria/findings_parts.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria {

std::string_view to_text(FindingKind kind) {
    static constexpr std::array<std::string_view, 16> names{
        "everything_impossible", "idle_impossible",    "unreachable_outcome",
        "criterion_never_holds", "criterion_implies",  "criterion_never_decides",
        "unused_fact",           "idle_fact",          "unused_condition",
        "idle_condition",        "constant_condition", "constant_comparison",
        "uncited_criterion",     "uncited_provision",  "overlapping_files",
        "gap_between_files"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string render(const FileFinding& finding, const Document& document) {
    constexpr std::string_view word = "error";  // with which every diagnostic begins
    std::string block = render(finding.diagnostic, document);
    block.replace(0, word.size(), finding.fault() ? "fault" : "note");
    if (finding.record)
        block += fmt::format("  example: {}\n  outcomes: {}\n", finding.record->facts,
                             text::visible(finding.record->outcomes));
    return block;
}

FileFindings find_in_rules(RuleDiagrams& diagrams, const Screener& screener) {
    FileFindings findings;
    find_impossible(diagrams, screener, findings);
    // Where nothing is possible, everything else would be found to be without effect.
    if (!diagrams.everything_impossible()) {
        find_criteria(diagrams, screener, findings);
        find_outcomes(diagrams, screener, findings);
        find_idle(diagrams, screener, findings);
    }
    find_unused(diagrams, screener, findings);
    return findings;
}

std::vector<FileFinding> check_file(const Criteria& criteria, const Screener& screener) {
    RuleDiagrams diagrams(criteria);
    FileFindings findings = find_in_rules(diagrams, screener);
    const auto constant = constant_comparisons(diagrams);
    leave_out_consequences(criteria, constant, findings);
    report_comparisons(diagrams, screener, constant, findings);
    find_citations(criteria, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const FileFinding& a, const FileFinding& b) {
                         return a.diagnostic.span.begin < b.diagnostic.span.begin;
                     });
    return findings;
}

}  // namespace scr::criteria
