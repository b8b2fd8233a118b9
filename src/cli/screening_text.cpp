#include "cli/screening_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/explanation_text.hpp"
#include "cli/output.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_table.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/casework/adoption.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::Attribution;
using criteria::Criteria;
using criteria::Screening;

bool contains(const std::vector<std::size_t>& positions, std::size_t position) {
    return std::ranges::find(positions, position) != positions.end();
}

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
        criteria_that_hold();
        silence();
        unknowns();
        irrelevant();
        judgements();
        missing();
        clocks();
        out_.line();
        print_paragraph(out_, evidence_note(criteria_), 0);
    }

 private:
    void heading(const std::string& text) {
        out_.line();
        const std::size_t width = out_.appearance().width;
        for (const auto& line : wrap(text, width > 0 ? width : text.size())) {
            out_.line(line, Style::bold);
        }
    }

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

    void criteria_that_hold() {
        heading(screening_.criteria.empty() ? "No criterion holds for certain"
                                            : "Criteria that hold");
        for (std::size_t at = 0; at < screening_.criteria.size(); ++at) {
            const auto& criterion = criteria_.criteria[screening_.criteria[at]];
            print_paragraph(
                out_,
                fmt::format("{} ({}): {}", criterion.id, to_text(criterion.force), criterion.text),
                2);
            const auto citation = criteria_.citations_text(criterion.cite);
            if (!citation.empty()) print_paragraph(out_, citation, 4);
            if (!criterion.eye.empty()) {
                print_paragraph(out_, "needs a person's eye: " + criterion.eye, 4);
            }
            if (shown_.explanation != nullptr) {
                print_tree(out_, criteria_, screening_, shown_.explanation->criteria[at]);
            }
        }
    }

    std::string named(std::size_t fact) const {
        return criteria_.facts[fact].judgement ? criteria_.facts[fact].id + " (a judgement)"
                                               : criteria_.facts[fact].id;
    }

    void silence() {
        const auto silences = silences_of(criteria_, screening_);
        if (silences.empty()) return;
        heading("Taken from silence: nobody gave these answers");
        if (shown_.explanation != nullptr) {
            print_paragraph(out_,
                            "decided: were all of these open, an answer to this one could change "
                            "what is possible",
                            2);
        }
        for (const auto& silent : silences) {
            const auto same =
                silent.same_as.empty() ? "" : fmt::format(", the same as {}", silent.same_as);
            print_paragraph(out_,
                            fmt::format("{} = {}{}: {}", named(silent.fact), silent.answer, same,
                                        silent.decided ? "decided" : "did not decide"),
                            2);
        }
    }

    void unknowns() {
        const auto& taken = screening_.reading.from_unknown;
        if (taken.empty()) return;
        heading("Written as unknown, and read as the criteria say");
        for (const std::size_t i : taken) {
            print_paragraph(
                out_,
                fmt::format("{} = {}", named(i),
                            answer_in_words(criteria_.facts[i], screening_.reading.answers[i])),
                2);
        }
    }

    void irrelevant() {
        if (shown_.explanation == nullptr || shown_.explanation->irrelevant.empty()) return;
        heading("Of these answers none alone makes a difference");
        print_irrelevant(out_, criteria_, *shown_.explanation);
    }

    /// Given answers that are judgements, and whoever stands behind any answer.
    void judgements() {
        bool first = true;
        const auto& facts = shown_.screening.facts;
        for (std::size_t i = 0; i < criteria_.facts.size(); ++i) {
            const auto attributed = facts.attributions.find(i);
            const bool given = facts.answers[i].state == criteria::Answer::State::given;
            if (!given || (!criteria_.facts[i].judgement && attributed == facts.attributions.end()))
                continue;
            if (first) heading("Judgements, and who stands behind answers");
            first = false;
            print_paragraph(
                out_,
                fmt::format("{} = {}{}", named(i),
                            answer_in_words(criteria_.facts[i], facts.answers[i]),
                            attributed == facts.attributions.end() ? "; nobody is named"
                                                                   : in_words(attributed->second)),
                2);
        }
    }

    static std::string in_words(const Attribution& attribution) {
        std::string words;
        const auto add = [&](std::string_view label, const std::string& part) {
            if (!part.empty()) words += fmt::format("; {}{}", label, part);
        };
        add(attribution.source.starts_with("computed ") ? "" : "source: ", attribution.source);
        add("judged by ", attribution.judged_by);
        add("ground: ", attribution.ground);
        add("on ", attribution.on);
        return words;
    }

    void missing() {
        if (screening_.missing.empty()) return;
        heading("Missing: an answer to each of these may change the result");
        for (const std::size_t i : screening_.missing) {
            print_paragraph(out_, fmt::format("{}: {}", named(i), criteria_.facts[i].ask), 2);
        }
    }

    void clocks() {
        if (shown_.clocks.empty()) return;
        heading("Who must act by when");
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

std::vector<Silence> silences_of(const Criteria& criteria, const Screening& screening) {
    std::vector<Silence> silences;
    const auto& reading = screening.reading;
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        const bool tied = contains(reading.tied, i);
        if (!tied && !contains(reading.from_silence, i)) continue;
        const auto& fact = criteria.facts[i];
        Silence silent;
        silent.fact = i;
        silent.answer = tied ? "unknown" : answer_in_words(fact, reading.answers[i]);
        if (!fact.if_blank && fact.if_blank_same_as) {
            silent.same_as = criteria.facts[*fact.if_blank_same_as].id;
        }
        silent.decided = contains(screening.assumed, i);
        silences.push_back(std::move(silent));
    }
    return silences;
}

void print_screening(Output& out, const ShownScreening& shown) {
    Page(out, shown).print();
}

}  // namespace scr::cli
