#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "scr/casework/screen.hpp"
#include "scr/criteria/settling.hpp"

namespace scr::casework {

/// A fact that some cases leave open, and what its answer would bring.
struct OpenQuestion {
    CriteriaPointer criteria;
    std::size_t fact = 0;
    std::size_t settles = 0;           ///< cases in which every answer settles all determinations
    std::size_t may_settle = 0;        ///< cases in which some answer does
    std::vector<std::string> cases{};  ///< those in which the answer matters, in the order added
};

/// Counts over many cases what asking would bring. The same answers are worked out once.
class OpenQuestions {
 public:
    void add(const CaseScreening&, const criteria::Screener&, criteria::Blanks);

    /// Cases with an outcome for every determination: nothing needs to be asked.
    std::size_t settled() const { return settled_; }
    std::size_t open() const { return open_; }
    /// Those that surely settle most cases first; among equals those that may settle most, then
    /// those that matter in most, then the order of the file.
    std::vector<OpenQuestion> ranked() const;

 private:
    using Known =
        std::map<std::vector<std::pair<int, std::int64_t>>, std::vector<criteria::Settling>>;

    std::map<std::string, Known> known_;  ///< by digest of the criteria
    std::map<std::pair<std::string, std::size_t>, OpenQuestion> questions_;  ///< by digest and fact
    std::size_t settled_ = 0;
    std::size_t open_ = 0;
};

/// The cases of which an answer may still be asked, in the order of their references' making: those
/// that await a screening, and those whose current one leaves an outcome open and that nobody has
/// decided.
std::vector<std::string> cases_to_ask(Store&);

}  // namespace scr::casework
