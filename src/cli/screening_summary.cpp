#include "cli/screening_summary.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/screening_table.hpp"
#include "cli/sheet.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

class NoRows final : public ScreeningSink {
 public:
    using ScreeningSink::ScreeningSink;
    void release() override {}
    void drop() override {}
    void finish(const BatchTotals&) override {}

 protected:
    void write(const BatchRow&) override {}
};

Cell number(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

Section outcomes(const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    Section section{"outcomes",
                    "Outcomes",
                    Section::Form::table,
                    {{"determination", "determination"},
                     {"outcome", "outcome"},
                     {"at_least", "at least"},
                     {"at_most", "at most"}},
                    {},
                    ""};
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& determination = criteria.determinations[i];
        for (std::size_t k = 0; k < determination.outcomes.size(); ++k) {
            section.rows.push_back({determination.id, determination.outcomes[k].id,
                                    number(counts.determined[i][k]),
                                    number(counts.possible[i][k])});
        }
    }
    return section;
}

/// How many records each of some ids has.
Section records_by(const char* key, const char* heading, const char* of,
                   const std::string& when_empty = "") {
    return {key, heading, Section::Form::table, {{of, of}, {"records", "records"}}, {}, when_empty};
}

Section undetermined(const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    Section section = records_by("undetermined", "Undetermined", "determination");
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i)
        section.rows.push_back({criteria.determinations[i].id, number(counts.undetermined[i])});
    return section;
}

Section holding(const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    Section section = records_by("criteria", "Criteria that hold", "criterion");
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i)
        section.rows.push_back({criteria.criteria[i].id, number(counts.holding[i])});
    return section;
}

Section missing(const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    Section section = records_by("missing", "Missing, and it matters", "fact", "nothing");
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (counts.missing[i] > 0)
            section.rows.push_back({criteria.facts[i].id, number(counts.missing[i])});
    }
    return section;
}

Section silence(const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    Section section{"from_silence",
                    "Taken from silence",
                    Section::Form::table,
                    {{"fact", "fact"}, {"records", "records"}, {"decided", "decided in"}},
                    {},
                    "nothing"};
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (counts.silent[i] == 0) continue;
        section.rows.push_back(
            {criteria.facts[i].id, number(counts.silent[i]), number(counts.assumed[i])});
    }
    return section;
}

Section refused(const batch::RejectReasons& reasons) {
    Section section{"reasons",
                    "Refused",
                    Section::Form::table,
                    {{"problem", "problem"}, {"field", "field"}, {"records", "records"}},
                    {},
                    "none"};
    for (const auto& [reason, count] : reasons.counts())
        section.rows.push_back({reason.second, reason.first, number(count)});
    return section;
}

}  // namespace

void print_summary(Context& context, const casework::LoadedCriteria& loaded,
                   const OutcomeCounts& counts, const BatchTotals& totals,
                   const batch::RejectReasons& reasons) {
    const auto& criteria = loaded.criteria;
    const std::size_t screened = totals.records - totals.refused;
    Sheet("summary", fmt::format("{}: {} screened, {} refused",
                                 text::counted(totals.records, "record"), screened, totals.refused))
        .field("records", "", number(totals.records))
        .field("screened", "", number(screened))
        .field("refused", "", number(totals.refused))
        .field("criteria_file", "criteria file", criteria.id)
        .field("criteria_digest", "its digest", loaded.digest)
        .section(outcomes(criteria, counts))
        .section(undetermined(criteria, counts))
        .section(holding(criteria, counts))
        .section(missing(criteria, counts))
        .section(silence(criteria, counts))
        .section(refused(reasons))
        .print(context);
    if (context.format() != Format::text) return;
    context.out().line();
    context.out().line(evidence_note(criteria));
}

std::unique_ptr<ScreeningSink> make_no_rows(const ScreeningForm& form) {
    return std::make_unique<NoRows>(form);
}

}  // namespace scr::cli
