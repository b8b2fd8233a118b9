#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/criteria/coverage.hpp"

/// Examples that a file could have: found through the diagrams, not by trying records.
namespace scr::criteria {

/// A record that is worth an example.
struct Case {
    std::string name;                ///< the first thing that it shows, and what comes out
    Answers answers;                 ///< given or blank; blank is what does not matter
    std::vector<Finding> expect;     ///< one a determination: what screening it says
    std::vector<std::string> shows;  ///< all that it shows: `died holds`, `criterion death decides`
};

/// Two records that show a condition: in both it decides the determination's outcome, and they
/// differ in as few answers as any two that do; among those in as few other comparisons, then with
/// as few answers given.
struct CasePair {
    std::size_t condition = 0;  ///< in Cases::conditions
    std::size_t determination = 0;
    std::size_t holds = 0;  ///< the case in which it holds
    std::size_t fails = 0;  ///< the case in which it fails
    /// Facts with different answers, silence read; one that nothing turns on there is left out.
    std::vector<std::size_t> differing{};
};

/// Something that no record shows.
struct Unshown {
    std::string what;  ///< `age < 16 holds`, `outcome review = no_review`, `criterion frost holds`
    Obstacle obstacle;
};

struct Cases {
    std::vector<TestedCondition> conditions;
    std::vector<Case> cases;      ///< no two with the same answers
    std::vector<CasePair> pairs;  ///< in the order of the conditions
    std::vector<Unshown> unshown;
};

/// For each condition a pair, or where there is none what single records can show; one record for
/// each outcome, and one for each criterion, in which that criterion decides where it ever does.
/// Exact: what is unshown, no complete and consistent record shows. `screener` is of these
/// criteria. Throws Failure (refused) beyond the documented size limit.
Cases generate_cases(const Criteria&, const Screener& screener);

/// The cases as `[[example]]` tables, with comments on what they show and what cannot be shown.
std::string cases_toml(const Criteria&, const Cases&);

}  // namespace scr::criteria
