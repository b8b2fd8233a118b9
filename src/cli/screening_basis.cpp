#include "cli/screening_basis.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/explanation_text.hpp"
#include "cli/output.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::Attribution;
using criteria::Criteria;
using criteria::Screening;

bool contains(const std::vector<std::size_t>& positions, std::size_t position) {
    return std::ranges::find(positions, position) != positions.end();
}

/// The sections, each left out where it has nothing to say.
class Basis {
 public:
    Basis(Output& out, const casework::CaseScreening& screening,
          const criteria::Explanation* explanation)
        : out_(out),
          criteria_(screening.criteria->criteria),
          facts_(screening.facts),
          screening_(screening.screening),
          explanation_(explanation) {}

    void print() {
        criteria_that_hold();
        silence();
        unknowns();
        irrelevant();
        judgements();
        missing();
    }

 private:
    void criteria_that_hold() {
        print_heading(out_, screening_.criteria.empty() ? "No criterion holds for certain"
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
            if (explanation_ != nullptr) {
                print_tree(out_, criteria_, screening_, explanation_->criteria[at]);
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
        print_heading(out_, "Taken from silence: nobody gave these answers");
        if (explanation_ != nullptr) {
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
        print_heading(out_, "Written as unknown, and read as the criteria say");
        for (const std::size_t i : taken) {
            print_paragraph(
                out_,
                fmt::format("{} = {}", named(i),
                            answer_in_words(criteria_.facts[i], screening_.reading.answers[i])),
                2);
        }
    }

    void irrelevant() {
        if (explanation_ == nullptr || explanation_->irrelevant.empty()) return;
        print_heading(out_, "Of these answers none alone makes a difference");
        print_irrelevant(out_, criteria_, *explanation_);
    }

    /// Given answers that are judgements, and whoever stands behind any answer.
    void judgements() {
        bool first = true;
        for (std::size_t i = 0; i < criteria_.facts.size(); ++i) {
            const auto attributed = facts_.attributions.find(i);
            const bool given = facts_.answers[i].state == criteria::Answer::State::given;
            if (!given ||
                (!criteria_.facts[i].judgement && attributed == facts_.attributions.end()))
                continue;
            if (first) print_heading(out_, "Judgements, and who stands behind answers");
            first = false;
            print_paragraph(
                out_,
                fmt::format("{} = {}{}", named(i),
                            answer_in_words(criteria_.facts[i], facts_.answers[i]),
                            attributed == facts_.attributions.end() ? "; nobody is named"
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
        print_heading(out_, "Missing: an answer to each of these may change the result");
        for (const std::size_t i : screening_.missing) {
            print_paragraph(out_, fmt::format("{}: {}", named(i), criteria_.facts[i].ask), 2);
        }
    }

    Output& out_;
    const Criteria& criteria_;
    const casework::StoredFacts& facts_;
    const Screening& screening_;
    const criteria::Explanation* explanation_;
};

}  // namespace

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

void print_basis(Output& out, const casework::CaseScreening& screening,
                 const criteria::Explanation* explanation) {
    Basis(out, screening, explanation).print();
}

}  // namespace scr::cli
