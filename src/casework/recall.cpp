#include "scr/casework/recall.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

using Problems = std::vector<std::string>;

std::string list_of(const std::vector<std::string>& ids) {
    return ids.empty() ? "none" : text::join(ids, ", ");
}

void compare_lists(const char* what, const std::vector<std::string>& recorded,
                   const std::vector<std::string>& now, Problems& problems) {
    if (recorded == now) return;
    problems.push_back(fmt::format("{}: recorded is {}, and it comes out as {}", what,
                                   list_of(recorded), list_of(now)));
}

void compare_results(const record::ScreeningRecord& recorded, const record::ScreeningRecord& now,
                     Problems& problems) {
    const auto same_question = [](const auto& a, const auto& b) {
        return a.determination == b.determination;
    };
    if (!std::ranges::equal(recorded.results, now.results, same_question)) {
        problems.emplace_back("it answers other questions than its criteria ask");
        return;
    }
    for (std::size_t i = 0; i < now.results.size(); ++i) {
        const auto& [determination, outcome, possible] = recorded.results[i];
        const auto& again = now.results[i];
        if (outcome != again.outcome) {
            problems.push_back(fmt::format("{}: recorded is {}, and it comes out as {}",
                                           determination, outcome, again.outcome));
        } else {
            compare_lists((determination + ", still possible").c_str(), possible, again.possible,
                          problems);
        }
    }
}

Problems differences(const record::ScreeningRecord& recorded, const record::ScreeningRecord& now) {
    Problems problems;
    compare_results(recorded, now, problems);
    compare_lists("criteria that hold", recorded.criteria, now.criteria, problems);
    compare_lists("missing", recorded.missing, now.missing, problems);
    compare_lists("taken from silence", recorded.assumed, now.assumed, problems);
    if (recorded.decisive && recorded.decisive != now.decisive) {
        problems.emplace_back("the answers that decided are others");
    }
    return problems;
}

/// Screens the facts that `child` holds, and compares what comes out with what is recorded.
void work_out(const record::Case& child, const record::ScreeningRecord& recorded,
              const CriteriaPointer& criteria, Screeners& screeners, Recalled& result) {
    try {
        auto screened = screen_case(child, criteria, screeners.of(criteria),
                                    recorded.blank_as_unknown ? criteria::Blanks::as_unknown
                                                              : criteria::Blanks::take_default);
        if (const auto* rejected = std::get_if<RejectedRecord>(&screened)) {
            result.problems.push_back("it is refused now: " + rejected->problem);
            return;
        }
        result.again = std::get<CaseScreening>(std::move(screened));
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::store) throw;
        result.problems.emplace_back("the facts cannot be read");
        return;
    }
    std::ranges::move(differences(recorded, result.again->record),
                      std::back_inserter(result.problems));
    result.again->record.reference = recorded.reference;
}

}  // namespace

RecalledText recall_text(Store& store, CriteriaLibrary& library, const std::string& digest) {
    const auto kept = store.criteria(digest);
    if (!kept) return {nullptr, "the criteria text that it names is not kept"};
    RecalledText result;
    if (digest::sha256(kept->text) != digest) {
        result.problem = "the criteria text is not the one whose digest it names";
    }
    try {
        result.criteria = library.from_text(*kept);
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
        if (result.problem.empty()) result.problem = "the criteria text does not compile";
    }
    return result;
}

Recalled recall(record::Case child, const std::vector<record::FactsVersion>& versions,
                const record::ScreeningRecord& recorded, const RecalledText& text,
                Screeners& screeners) {
    Recalled result;
    const auto facts =
        std::ranges::find(versions, recorded.facts_version, &record::FactsVersion::number);
    if (facts == versions.end()) {
        result.problems.emplace_back("the facts that it names are not kept");
        return result;
    }
    child.facts = *facts;
    if (!text.problem.empty()) result.problems.push_back(text.problem);
    if (facts_digest(facts->facts_json, facts->dates) != recorded.facts_digest) {
        result.problems.emplace_back("the facts are not those whose digest it names");
    }
    if (text.criteria) work_out(child, recorded, text.criteria, screeners, result);
    return result;
}

}  // namespace scr::casework
