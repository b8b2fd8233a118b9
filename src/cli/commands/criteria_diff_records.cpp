#include <algorithm>
#include <optional>

#include "cli/commands/criteria_diff.hpp"
#include "cli/context.hpp"
#include "cli/progress.hpp"
#include "scr/casework/case_origins.hpp"
#include "scr/casework/criteria_choice.hpp"
#include "scr/casework/examination.hpp"

namespace scr::cli {
namespace {

/// What one file says of a case; nothing where it refuses it.
using Results = std::optional<std::vector<record::DeterminationResult>>;

Results results_of(const record::Case& child, casework::RecordExaminer& examiner) {
    const auto screened = casework::screen_case(child, examiner);
    const auto* screening = std::get_if<casework::CaseScreening>(&screened);
    if (screening == nullptr) return std::nullopt;
    return casework::results_of(examiner.criteria()->criteria, screening->screening);
}

casework::RecordExaminer examiner_of(const casework::CriteriaPointer& file) {
    return {file, criteria::Blanks::take_default, {}, SCR_VERSION};
}

record::DeterminationResult result_on(const Results& results, std::size_t determination) {
    if (results) return (*results)[determination];
    record::DeterminationResult refused;
    refused.outcome = "refused";
    return refused;
}

bool same(const record::DeterminationResult& a, const record::DeterminationResult& b) {
    return a.outcome == b.outcome && std::is_permutation(a.possible.begin(), a.possible.end(),
                                                         b.possible.begin(), b.possible.end());
}

/// Whether files of that kind govern the case; one of unknown origin is not left out.
bool governs(const DiffReport& report, const criteria::CriteriaHead* origin) {
    if (origin == nullptr) return true;
    const auto alike = [&](const criteria::CriteriaHead& file) {
        return file.id == origin->id || casework::same_line(file, *origin);
    };
    return alike(report.first->criteria) || alike(report.second->criteria);
}

}  // namespace

RecordDifferences differences_on_records(const DiffReport& report, Context& context) {
    auto first = examiner_of(report.first);
    auto second = examiner_of(report.second);
    RecordDifferences found;
    Progress progress(context, "cases");
    auto& store = context.store_or_empty();
    casework::CaseOrigins origins(store, context.criteria_library().heads());
    store.each_case([&](const record::Case& child) {
        if (!governs(report, origins.of(child))) {
            ++found.left_out;
            return;
        }
        ++found.cases;
        progress.at(found.cases);
        const Results in_first = results_of(child, first);
        const Results in_second = results_of(child, second);
        const std::size_t before = found.different.size();
        for (const auto& determination : report.difference.determinations) {
            const auto a = result_on(in_first, determination.first);
            const auto b = result_on(in_second, determination.second);
            if (same(a, b)) continue;
            found.different.push_back(
                {child.reference, report.first->criteria.determinations[determination.first].id,
                 a.outcome, b.outcome, a.possible, b.possible});
        }
        if (found.different.size() > before) ++found.different_cases;
    });
    return found;
}

}  // namespace scr::cli
