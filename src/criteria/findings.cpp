#include "scr/criteria/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "criteria/findings_comparisons.hpp"
#include "criteria/findings_parts.hpp"
#include "scr/failure.hpp"
#include "scr/text/utf8.hpp"

namespace scr::criteria {

namespace {

/// Where a finding stands among others: what may be the cause of one comes before it.
int order_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::unreachable_outcome:
        case FindingKind::unused_fact:
        case FindingKind::idle_fact: return 1;
        case FindingKind::uncited_criterion:
        case FindingKind::uncited_provision: return 2;
        default: return 0;
    }
}

void sort_by_cause(FileFindings& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const FileFinding& a, const FileFinding& b) {
                         return std::pair(order_of(a.kind), a.diagnostic.span.begin) <
                                std::pair(order_of(b.kind), b.diagnostic.span.begin);
                     });
}

void add_comparisons(RuleDiagrams& diagrams, const Screener& screener, FileFindings& findings) {
    const auto constant = constant_comparisons(diagrams);
    leave_out_consequences(diagrams, constant, findings);
    report_comparisons(diagrams, screener, constant, findings);
}

using Find = void (*)(RuleDiagrams&, const Screener&, FileFindings&);

/// One part of the check, with diagrams of its own; nothing of it where they grow too large.
void find_within_limit(const Criteria& criteria, const Screener& screener, Find find,
                       FileFindings& findings) {
    FileFindings found = findings;
    try {
        RuleDiagrams diagrams(criteria);
        find(diagrams, screener, found);
        findings = std::move(found);
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
    }
}

}  // namespace

std::string_view to_text(FindingKind kind) {
    static constexpr std::array<std::string_view, 17> names{
        "everything_impossible", "idle_impossible",    "unreachable_outcome",
        "criterion_never_holds", "criterion_implies",  "criterion_never_decides",
        "unused_fact",           "idle_fact",          "unused_condition",
        "idle_condition",        "constant_condition", "constant_deadline",
        "constant_comparison",   "uncited_criterion",  "uncited_provision",
        "overlapping_files",     "gap_between_files"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view to_text(RelatedPlace::Role role) {
    return role == RelatedPlace::Role::cause ? "cause" : "repetition";
}

std::string render(const FileFinding& finding, const Document& document) {
    constexpr std::string_view word = "error";  // with which every diagnostic begins
    std::string block = render(finding.diagnostic, document);
    block.replace(0, word.size(), finding.fault() ? "fault" : "note");
    if (finding.record)
        block += fmt::format("  example: {}\n  outcomes: {}\n", finding.record->facts,
                             text::visible(finding.record->outcomes));
    for (const RelatedPlace& place : finding.related) {
        const auto [line, column] = place_of(document.text, place.span.begin);
        const bool cause = place.role == RelatedPlace::Role::cause;
        block += fmt::format("  {}: `{}`\n  --> {}:{}:{}\n", cause ? "impossible" : "also",
                             text::visible(place.text), document.name, line, column);
    }
    return block;
}

FileFindings find_in_rules(RuleDiagrams& diagrams, const Screener& screener) {
    FileFindings findings;
    find_impossible(diagrams, screener, findings);
    // Where nothing is possible, everything else would be found to be without effect.
    if (!diagrams.everything_impossible()) {
        for (const auto find : {find_criteria, find_outcomes, find_idle, find_deadlines})
            find(diagrams, screener, findings);
    }
    find_unused(diagrams, screener, findings);
    return findings;
}

std::vector<FileFinding> check_file(const Criteria& criteria, const Screener& screener) {
    RuleDiagrams diagrams(criteria);
    FileFindings findings = find_in_rules(diagrams, screener);
    add_comparisons(diagrams, screener, findings);
    find_citations(criteria, findings);
    sort_by_cause(findings);
    return findings;
}

std::vector<FileFinding> check_large_file(const Criteria& criteria, const Screener& screener) {
    FileFindings findings;
    for (const auto find : {find_impossible, find_criteria, find_outcomes, find_idle,
                            find_deadlines, find_unused, add_comparisons})
        find_within_limit(criteria, screener, find, findings);
    find_citations(criteria, findings);
    sort_by_cause(findings);
    return findings;
}

}  // namespace scr::criteria
