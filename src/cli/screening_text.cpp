#include "cli/screening_text.hpp"

#include <fmt/format.h>

#include "cli/explanation_text.hpp"
#include "cli/output.hpp"
#include "cli/screening_basis.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_table.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/adoption.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using criteria::Criteria;
using criteria::Screening;

/// The sections of the page, each left out where it has nothing to say.
class Page {
 public:
    Page(Output& out, const ShownScreening& shown)
        : out_(out),
          shown_(shown),
          criteria_(shown.screening.criteria->criteria),
          screening_(shown.screening.screening) {}

    void print() {
        head();
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) outcome(i);
        print_basis(out_, shown_.screening, shown_.explanation);
        clocks();
        out_.line();
        print_paragraph(out_, evidence_note(criteria_), 0);
    }

 private:
    void head() {
        const auto& record = shown_.screening.record;
        out_.line(record.reference.empty() ? record.case_reference : record.reference, Style::bold);
        print_paragraph(out_, fmt::format("under {}: {}", criteria_.id, criteria_.title), 0);
        if (shown_.looking_back != nullptr) {
            const auto when =
                casework::in_words(*shown_.looking_back, record.facts_version, shown_.newest_facts);
            print_paragraph(out_, fmt::format("looking back: {}; nothing is stored", when), 0);
        }
        if (shown_.trial) print_paragraph(out_, casework::trial_note(criteria_), 0);
        if (record.blank_as_unknown) print_paragraph(out_, "every blank was read as unknown", 0);
        if (!shown_.screening.facts.others.empty()) {
            std::vector<std::string> names;
            for (const auto& other : shown_.screening.facts.others) names.push_back(other.first);
            print_paragraph(out_, "not asked for by these criteria: " + text::join(names, ", "), 0);
        }
    }

    void outcome(std::size_t index) {
        const auto& determination = criteria_.determinations[index];
        const auto& finding = screening_.findings[index];
        out_.line();
        out_.put(fmt::format("{}: ", determination.id));
        out_.line(outcome_id(determination, finding), Style::bold);
        if (!finding.determined()) out_.line("  still possible:");
        for (const std::size_t i : finding.possible) {
            const auto& possible = determination.outcomes[i];
            print_paragraph(out_,
                            finding.determined()
                                ? possible.label
                                : fmt::format("{} ({})", possible.id, possible.label),
                            finding.determined() ? 2 : 4);
        }
        if (shown_.explanation != nullptr) {
            print_reason(out_, criteria_, screening_, index,
                         shown_.explanation->determinations[index]);
        }
    }

    void clocks() {
        if (shown_.clocks.empty()) return;
        print_heading(out_, "Who must act by when");
        for (const auto& clock : shown_.clocks) {
            print_paragraph(
                out_,
                fmt::format("{}: {}{}", clock.id, record::describe(clock.status),
                            clock.may_run ? "; runs only if an open answer makes it so" : ""),
                2);
            std::string rule = clock.owner.empty() ? "" : clock.owner + ", ";
            rule += fmt::format("within {} of {} ({})", clock.within, clock.from, clock.force);
            if (!clock.citation.empty()) rule += "; " + clock.citation;
            print_paragraph(out_, rule, 4);
        }
    }

    Output& out_;
    const ShownScreening& shown_;
    const Criteria& criteria_;
    const Screening& screening_;
};

}  // namespace

std::string answer_in_words(const criteria::Fact& fact, const criteria::Answer& answer) {
    switch (answer.state) {
        case criteria::Answer::State::given: return fact.text_of(answer.value);
        case criteria::Answer::State::unknown: return "unknown";
        case criteria::Answer::State::blank: break;
    }
    return "";
}

void print_screening(Output& out, const ShownScreening& shown) {
    Page(out, shown).print();
}

}  // namespace scr::cli
