#include "scr/casework/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scr/casework/screen.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {
namespace {

constexpr std::size_t most_findings = 1000;

using Problems = std::vector<std::string>;

/// A kept text: compiled, or what is wrong with it.
struct ReplayText {
    CriteriaPointer criteria;
    std::string problem;
};

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

class Replayer {
 public:
    Replayer(Store& store, CriteriaLibrary& library) : store_(store), library_(library) {}

    ReplayReport run(const std::function<void(std::size_t)>& progress) {
        store_.each_case([&](const record::Case& child) {
            look_at(child);
            progress(report_.screenings);
        });
        return std::move(report_);
    }

 private:
    void look_at(const record::Case& child) {
        try {
            const auto screenings = store_.screenings_of(child.reference);
            if (screenings.empty()) return;
            const auto versions = store_.facts_of(child.reference);
            for (const auto& screening : screenings) {
                ++report_.screenings;
                if (!screening.decisive) note_without_receipt(screening.reference);
                const auto problems = problems_of(child, versions, screening);
                if (!problems.empty()) find(screening.reference, text::join(problems, "; "));
            }
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::store) throw;
            find(child.reference, "its screenings cannot be read");
        }
    }

    void note_without_receipt(const std::string& reference) {
        ++report_.without_receipt;
        if (report_.unreceipted.size() < most_findings) report_.unreceipted.push_back(reference);
    }

    void find(const std::string& reference, std::string problem) {
        ++report_.differing;
        if (report_.findings.size() < most_findings) {
            report_.findings.push_back({reference, std::move(problem)});
        }
    }

    Problems problems_of(record::Case child, const std::vector<record::FactsVersion>& versions,
                         const record::ScreeningRecord& screening) {
        const auto facts =
            std::ranges::find(versions, screening.facts_version, &record::FactsVersion::number);
        if (facts == versions.end()) return {"the facts that it names are not kept"};
        child.facts = *facts;
        const auto& [criteria, problem] = text_of(screening.criteria_digest);
        Problems problems;
        if (!problem.empty()) problems.push_back(problem);
        if (facts_digest(facts->facts_json, facts->dates) != screening.facts_digest) {
            problems.emplace_back("the facts are not those whose digest it names");
        }
        if (criteria) {
            const auto differing = outcome_problems(child, criteria, screening);
            problems.insert(problems.end(), differing.begin(), differing.end());
        }
        return problems;
    }

    Problems outcome_problems(const record::Case& child, const CriteriaPointer& criteria,
                              const record::ScreeningRecord& screening) {
        try {
            const auto again =
                screen_case(child, criteria, screeners_.of(criteria),
                            screening.blank_as_unknown ? criteria::Blanks::as_unknown
                                                       : criteria::Blanks::take_default);
            if (const auto* rejected = std::get_if<RejectedRecord>(&again)) {
                return {"it is refused now: " + rejected->problem};
            }
            return differences(screening, std::get<CaseScreening>(again).record);
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::store) throw;
            return {"the facts cannot be read"};
        }
    }

    const ReplayText& text_of(const std::string& digest) {
        const auto known = texts_.find(digest);
        return known != texts_.end() ? known->second : texts_[digest] = read_text(digest);
    }

    ReplayText read_text(const std::string& digest) {
        const auto kept = store_.criteria(digest);
        if (!kept) return {nullptr, "the criteria text that it names is not kept"};
        ReplayText result;
        if (digest::sha256(kept->text) != digest) {
            result.problem = "the criteria text is not the one whose digest it names";
        }
        try {
            result.criteria = library_.from_text(*kept);
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::refused) throw;
            if (result.problem.empty()) result.problem = "the criteria text does not compile";
        }
        return result;
    }

    Store& store_;
    CriteriaLibrary& library_;
    Screeners screeners_;
    std::map<std::string, ReplayText> texts_;  ///< by the digest that screenings name
    ReplayReport report_;
};

}  // namespace

ReplayReport replay(Store& store, CriteriaLibrary& library,
                    const std::function<void(std::size_t)>& progress) {
    return Replayer(store, library).run(progress);
}

}  // namespace scr::casework
