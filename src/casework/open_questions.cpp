#include "scr/casework/open_questions.hpp"

#include <algorithm>

#include "scr/casework/standing.hpp"

namespace scr::casework {
namespace {

std::vector<std::pair<int, std::int64_t>> key_of(const criteria::Answers& answers) {
    std::vector<std::pair<int, std::int64_t>> key;
    key.reserve(answers.size());
    for (const auto& answer : answers)
        key.emplace_back(static_cast<int>(answer.state), answer.value);
    return key;
}

bool comes_before(const OpenQuestion& a, const OpenQuestion& b) {
    return std::tuple(b.settles, b.may_settle, b.cases.size()) <
           std::tuple(a.settles, a.may_settle, a.cases.size());
}

bool is_left_open(Store& store, const record::Case& child) {
    const auto screening = current_screening(store, child);
    if (!screening) return true;
    const auto undetermined = [](const record::DeterminationResult& result) {
        return result.outcome == "undetermined";
    };
    return std::ranges::any_of(screening->results, undetermined) &&
           !case_standing(store, child).decided;
}

}  // namespace

void OpenQuestions::add(const CaseScreening& screened, const criteria::Screener& screener,
                        criteria::Blanks blanks) {
    const auto& findings = screened.screening.findings;
    if (std::ranges::all_of(findings, &criteria::Finding::determined)) {
        ++settled_;
        return;
    }
    ++open_;
    const auto& digest = screened.criteria->digest;
    auto [known, is_new] = known_[digest].try_emplace(key_of(screened.facts.answers));
    if (is_new) {
        known->second =
            criteria::settling_facts(screener, screened.facts.answers, screened.screening, blanks);
    }
    for (const auto& settling : known->second) {
        auto& question = questions_[{digest, settling.fact}];
        question.criteria = screened.criteria;
        question.fact = settling.fact;
        question.settles += settling.surely ? 1 : 0;
        question.may_settle += settling.possibly ? 1 : 0;
        question.cases.push_back(screened.child.reference);
    }
}

std::vector<OpenQuestion> OpenQuestions::ranked() const {
    std::vector<OpenQuestion> result;
    for (const auto& [key, question] : questions_) result.push_back(question);
    std::ranges::stable_sort(result, comes_before);
    return result;
}

std::vector<std::string> cases_to_ask(Store& store) {
    std::vector<std::string> references;
    store.each_case([&](const record::Case& child) {
        if (is_left_open(store, child)) references.push_back(child.reference);
    });
    return references;
}

}  // namespace scr::casework
