#include "cli/screening_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/casework/adoption.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// Rows that are aligned together: a long file is printed in several tables, in constant memory.
constexpr std::size_t rows_of_a_table = 1000;

/// As many records are shown on a page each.
constexpr std::size_t most_pages = 3;

class ScreeningTable final : public ScreeningSink {
 public:
    ScreeningTable(Context& context, const ScreeningForm& form)
        : ScreeningSink(form), context_(context), table_(headings()) {}

    void release() override { print(); }
    void drop() override { table_ = Table(headings()); }

    void finish(const BatchTotals& totals) override {
        auto& out = context_.out();
        if (!few_.empty() && !many_ && totals.refused == 0) return print_pages();
        print();
        if (totals.records > 0) out.line();
        print_counts(out, form().criteria, counts(), totals.refused);
        print_grounds(out, form().criteria, counts());
        if (form().record) out.line(recorded_in_words(totals, true));
        if (form().trial) print_paragraph(out, casework::trial_note(form().criteria), 0);
        print_paragraph(out, evidence_note(form().criteria), 0);
    }

 protected:
    void write(const BatchRow& row) override {
        hold(row);
        std::vector<std::string> cells{row.ref.empty() ? fmt::format("line {}", row.line)
                                                       : row.ref};
        if (form().record) cells.push_back(row.taken ? row.taken->case_reference : "");
        const auto& criteria = form().criteria;
        for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
            cells.emplace_back(
                row.screening ? outcome_id(criteria.determinations[i], row.screening->findings[i])
                              : "refused");
        }
        cells.push_back(missing(row));
        for (std::size_t i = 0; i < form().keep.size(); ++i) {
            cells.push_back(row.record ? row.record->kept[i].text : "");
        }
        table_.row(std::move(cells));
        if (++rows_ % rows_of_a_table == 0 && !form().record) print();
    }

 private:
    /// A record of a short file, of which there is room to say everything.
    struct Held {
        casework::CaseScreening screening;
        record::CaseDates dates;
    };

    /// A page says more than a row, but not of what was stored (`scr screen CASE` does) nor of
    /// columns that are passed through.
    void hold(const BatchRow& row) {
        if (row.screening == nullptr) return;
        many_ = many_ || form().record || form().all_rows || !form().keep.empty() ||
                few_.size() == most_pages;
        if (many_) return few_.clear();
        Held held{{}, row.record->dates};
        held.screening.criteria = form().file;
        held.screening.facts.answers = row.record->answers;
        held.screening.facts.attributions = row.record->attributions;
        held.screening.screening = *row.screening;
        held.screening.record.case_reference =
            row.ref.empty() ? fmt::format("line {}", row.line) : row.ref;
        few_.push_back(std::move(held));
    }

    void print_pages() {
        context_.print_as_of();
        const criteria::Screener screener(form().criteria);
        for (const auto& [screening, dates] : few_) {
            if (&screening != &few_.front().screening) context_.out().line().line();
            const auto clocks = casework::clocks(
                form().criteria, screener.deadlines(screening.screening),
                casework::steps_of(dates, context_.today()), context_.today(), context_.calendar());
            print_screening(context_.out(), {screening, clocks, nullptr, form().trial});
        }
    }

    std::vector<std::string> headings() const {
        std::vector<std::string> result{"ref"};
        if (form().record) result.emplace_back("case");
        for (const auto& determination : form().criteria.determinations) {
            result.push_back(determination.id);
        }
        result.emplace_back("missing");
        result.insert(result.end(), form().keep.begin(), form().keep.end());
        return result;
    }

    std::string missing(const BatchRow& row) const {
        std::vector<std::string> facts;
        if (row.screening != nullptr) {
            for (const std::size_t i : row.screening->missing) {
                facts.push_back(form().criteria.facts[i].id);
            }
        }
        return text::join(facts, ", ");
    }

    void print() {
        if (table_.empty()) return;
        table_.print(context_.out());
        table_ = Table(headings());
    }

    Context& context_;
    Table table_;
    std::size_t rows_ = 0;
    std::vector<Held> few_;
    bool many_ = false;  ///< too many for a page each
};

void print_count(Output& out, std::size_t count, std::string_view id, const std::string& label) {
    if (count == 0) return;
    print_paragraph(out,
                    label.empty() ? fmt::format("{:>6}  {}", count, id)
                                  : fmt::format("{:>6}  {} ({})", count, id, label),
                    2);
}

}  // namespace

void print_counts(Output& out, const criteria::Criteria& criteria, const OutcomeCounts& counts,
                  std::size_t refused) {
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& determination = criteria.determinations[i];
        out.line(determination.id, Style::bold);
        for (std::size_t k = 0; k < determination.outcomes.size(); ++k) {
            print_count(out, counts.of(i, k), determination.outcomes[k].id,
                        determination.outcomes[k].label);
        }
        print_count(out, counts.of(i, std::nullopt), "undetermined", "facts are missing");
        print_count(out, refused, "refused", "");
    }
}

void print_grounds(Output& out, const criteria::Criteria& criteria, const OutcomeCounts& counts) {
    const auto any = [](const std::vector<std::size_t>& of) {
        return std::ranges::any_of(of, [](std::size_t count) { return count > 0; });
    };
    if (any(counts.holding)) out.line("criteria that hold", Style::bold);
    for (std::size_t i = 0; i < criteria.criteria.size(); ++i) {
        const auto& criterion = criteria.criteria[i];
        print_count(out, counts.holding[i], criterion.id, criteria.citations_text(criterion.cite));
    }
    if (any(counts.assumed)) out.line("taken from silence, and decided", Style::bold);
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        print_count(out, counts.assumed[i], criteria.facts[i].id, "");
    }
}

std::string evidence_note(const criteria::Criteria& criteria) {
    return fmt::format(
        "This is evidence for the people who decide, not a decision: recommendation by {}, "
        "decision "
        "by {}.",
        criteria.recommended_by, criteria.decided_by);
}

std::string recorded_in_words(const BatchTotals& totals, bool screened) {
    if (totals.undone) return "nothing was stored";
    std::string words;
    if (totals.recorded == 0 && totals.screenings == 0) {
        words = "nothing new was recorded";
    } else {
        words = "recorded " + text::counted(totals.recorded, "case");
        if (screened) words += " and " + text::counted(totals.screenings, "screening");
    }
    if (totals.already_there > 0) {
        words += fmt::format("; {} already there", text::counted(totals.already_there, "record"));
    }
    if (totals.refused > 0) words += fmt::format("; {} refused", totals.refused);
    return words;
}

std::unique_ptr<ScreeningSink> make_screening_table(Context& context, const ScreeningForm& form) {
    return std::make_unique<ScreeningTable>(context, form);
}

}  // namespace scr::cli
