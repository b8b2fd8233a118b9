#include "scr/criteria/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "criteria/findings_parts.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria {

std::string_view to_text(FindingKind kind) {
    static constexpr std::array<std::string_view, 15> names{
        "everything_impossible", "idle_impossible",    "unreachable_outcome",
        "criterion_never_holds", "criterion_implies",  "criterion_never_decides",
        "unused_fact",           "idle_fact",          "unused_condition",
        "idle_condition",        "constant_condition", "uncited_criterion",
        "uncited_provision",     "overlapping_files",  "gap_between_files"};
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

std::vector<FileFinding> check_file(const Criteria& criteria, const Screener& screener) {
    FileFindings findings;
    RuleDiagrams diagrams(criteria);
    find_impossible(diagrams, screener, findings);
    // Where nothing is possible, everything else would be found to be without effect.
    if (!diagrams.everything_impossible()) {
        find_criteria(diagrams, screener, findings);
        find_outcomes(diagrams, screener, findings);
        find_idle(diagrams, findings);
    }
    find_unused(criteria, findings);
    find_citations(criteria, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const FileFinding& a, const FileFinding& b) {
                         return a.diagnostic.span.begin < b.diagnostic.span.begin;
                     });
    return findings;
}

}  // namespace scr::criteria
