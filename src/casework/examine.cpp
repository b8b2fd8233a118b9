#include "scr/casework/examine.hpp"

#include <fmt/format.h>

#include <set>

#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

using criteria::Answer;

/// Whether the record says nothing of the fact and the criteria file answers in its place.
bool answered_by_silence(const criteria::Fact& fact, const Answer& answer,
                         criteria::Blanks blanks) {
    if (answer.state != Answer::State::blank || blanks == criteria::Blanks::as_unknown) {
        return false;
    }
    return fact.if_blank || fact.if_blank_same_as;
}

std::string silence_in_words(const criteria::Criteria& criteria, const criteria::Answers& answers,
                             const std::set<std::size_t>& facts, criteria::Blanks blanks) {
    std::vector<std::string> silent;
    for (const std::size_t i : facts) {
        if (answered_by_silence(criteria.facts[i], answers[i], blanks)) {
            silent.push_back(fmt::format("`{}`", criteria.facts[i].id));
        }
    }
    if (silent.empty()) return "none of the answers came from silence";
    return fmt::format("the answer to {} came from silence", text::join_in_words(silent));
}

}  // namespace

std::optional<RejectedRecord> contradiction_of(const criteria::Screener& screener,
                                               const IncomingRecord& record,
                                               const criteria::Screening& screening,
                                               criteria::Blanks blanks) {
    if (!screening.contradictory()) return std::nullopt;
    const auto& criteria = screener.criteria();
    std::vector<std::string> texts;
    std::set<std::size_t> facts;
    for (const std::size_t i : screening.contradictions) {
        texts.push_back(criteria.impossible[i].text);
        facts.merge(criteria::facts_in(criteria, criteria.impossible[i].when));
    }
    std::vector<std::string> names;
    for (const std::size_t i : facts) names.push_back(fmt::format("`{}`", criteria.facts[i].id));
    RejectedRecord rejected;
    rejected.line = record.line;
    rejected.ref = record.ref;
    rejected.problem = "the facts contradict each other: " + text::join(texts, "; ");
    rejected.note = silence_in_words(criteria, record.answers, facts, blanks);
    rejected.help = "correct " + text::join_in_words(names, "or");
    return rejected;
}

std::variant<criteria::Screening, RejectedRecord> examine(const criteria::Screener& screener,
                                                          IncomingRecord& record,
                                                          criteria::Blanks blanks) {
    if (auto problem = complete_ages(screener.criteria(), record)) return std::move(*problem);
    return examine_completed(screener, record, blanks);
}

std::variant<criteria::Screening, RejectedRecord> examine_completed(
    const criteria::Screener& screener, const IncomingRecord& record, criteria::Blanks blanks) {
    auto screening = screener.screen(record.answers, blanks);
    if (auto problem = contradiction_of(screener, record, screening, blanks)) {
        return std::move(*problem);
    }
    return screening;
}

}  // namespace scr::casework
