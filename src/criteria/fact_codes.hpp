#pragma once

#include <optional>
#include <vector>

#include "criteria/levels.hpp"
#include "scr/criteria/cell_codes.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// The codes of one fact: first its answers, as far as the file tells them apart (within a group
/// of tied facts, as far as it does for any of them), then what else a record may say of it.
class FactCodes {
 public:
    FactCodes(const Criteria&, const Levels&, std::size_t fact, Blanks);

    Code of(std::int64_t value) const;
    Code unknown() const { return after_answers(0); }
    Code blank() const { return after_answers(1); }
    Code open() const { return after_answers(2); }  ///< whatever the file says of silence
    Code tied() const { return after_answers(3); }  ///< the same unknown as its partner
    std::size_t count() const { return edges_.size(); }

    /// The edge that a walk takes.
    std::size_t edge(Code code) const { return edges_[code]; }
    /// The answer that stands after the file's word on blanks and unknowns, if one does.
    std::optional<Code> answer(Code code) const { return answers_[code]; }
    bool is_open(Code code) const { return code != tied() && !answers_[code]; }

 private:
    Code after_answers(std::size_t place) const {
        return static_cast<Code>(edges_.size() - 4 + place);
    }
    void add(std::size_t edge, std::optional<Code> answer);
    void add_answers();
    void add_silence(const std::optional<std::int64_t>& answer);

    const Levels& levels_;
    std::size_t level_;
    std::vector<std::size_t> edges_;
    std::vector<std::optional<Code>> answers_;
};

}  // namespace scr::criteria
