// Criteria that do not say where they come from, and provisions that come to nothing.

#include <fmt/format.h>

#include <set>
#include <utility>

#include "criteria/findings_parts.hpp"

namespace scr::criteria {
namespace {

void find_uncited_criteria(const Criteria& criteria, FileFindings& findings) {
    for (const Criterion& criterion : criteria.criteria) {
        if (!criterion.cite.empty()) continue;
        findings.push_back(
            {FindingKind::uncited_criterion,
             {criterion.span,
              fmt::format("criterion `{}` does not say where it comes from", criterion.id),
              "`cite` lists sources of the file, each alone or as `SOURCE: PROVISION`",
              criteria.sources.empty() ? "declare a `[source.NAME]`, then add a line `cite = ...`"
                                       : "add a line `cite = ...`"},
             std::nullopt});
    }
}

void find_uncited_provisions(const Criteria& criteria, FileFindings& findings) {
    std::set<std::pair<std::size_t, std::size_t>> cited;
    const auto note = [&cited](const std::vector<Citation>& citations) {
        for (const Citation& citation : citations) {
            if (citation.provision) cited.emplace(citation.source, *citation.provision);
        }
    };
    for (const auto& criterion : criteria.criteria) note(criterion.cite);
    for (const auto& deadline : criteria.deadlines) note(deadline.cite);
    for (const auto& checklist : criteria.checklists) {
        note(checklist.cite);
        for (const auto& factor : checklist.factors) note(factor.cite);
    }
    for (std::size_t s = 0; s < criteria.sources.size(); ++s) {
        const Source& source = criteria.sources[s];
        for (std::size_t p = 0; p < source.provisions.size(); ++p) {
            const Provision& provision = source.provisions[p];
            if (!provision.out_of_scope.empty() || cited.contains({s, p})) continue;
            findings.push_back(
                {FindingKind::uncited_provision,
                 {provision.span,
                  fmt::format("nothing cites provision `{}` of `{}`", provision.id, source.id),
                  "so nobody can tell whether it was forgotten",
                  "cite it where it is carried, or write `out_of_scope = \"the reason\"` under it"},
                 std::nullopt});
        }
    }
}

}  // namespace

void find_citations(const Criteria& criteria, FileFindings& findings) {
    find_uncited_criteria(criteria, findings);
    find_uncited_provisions(criteria, findings);
}

}  // namespace scr::criteria
