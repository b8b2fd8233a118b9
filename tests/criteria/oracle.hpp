#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "scr/criteria/screening.hpp"

namespace scr::criteria::oracle {

/// What the language means, said a second time and as plainly as possible: expressions are walked
/// as trees, completions are enumerated. It shares nothing with the diagrams but the parsed file.
class Oracle {
 public:
    /// `integers`: the answers that an open integer fact is tried with.
    Oracle(const Criteria& criteria, std::vector<std::int64_t> integers);

    struct Result {
        bool contradictory = false;
        std::vector<std::vector<std::size_t>> possible;  ///< by determination, strongest first
        std::vector<std::size_t> criteria;
        std::vector<std::size_t> missing;
        std::vector<std::size_t> assumed;
    };
    Result screen(const Answers&, Blanks) const;

    using Values = std::vector<std::int64_t>;
    bool holds(const Test&, const Values&) const;
    bool consistent(const Values&) const;
    std::size_t outcome(std::size_t determination, const Values&) const;
    std::vector<std::int64_t> answers_to(std::size_t fact) const;

 private:
    /// A record in which every fact is answered, open, or open together with its partner.
    struct Partial {
        Answers answers;
        std::vector<bool> tied;
    };
    using Masks = std::vector<std::uint64_t>;

    Partial read(const Answers&, Blanks, std::vector<std::size_t>& from_silence) const;
    void complete(const Partial&, const std::function<void(const Values&)>&) const;
    Masks possible(const Partial&) const;
    bool matters(const Partial&, std::size_t fact) const;
    bool matters_after(const Partial&, std::size_t fact, std::size_t next) const;
    Partial answered(Partial, std::size_t fact, std::int64_t value) const;

    const Criteria& criteria_;
    std::vector<std::int64_t> integers_;
};

}  // namespace scr::criteria::oracle
