#pragma once

#include <cstdint>
#include <vector>

#include "criteria/fact_codes.hpp"
#include "criteria/numbered_diagram.hpp"

namespace scr::criteria {

/// A diagram as one array of numbers, walked by the codes of a record: an edge for each code in
/// place of an edge for each class, so that a step is one look-up.
class CodeDiagram {
 public:
    static constexpr std::size_t fact_limit = 256;

    /// `codes` has an entry a fact, at most `fact_limit`. Throws std::length_error for a diagram of
    /// more than eight million edges.
    CodeDiagram(const NumberedDiagram&, const Levels&, const std::vector<FactCodes>& codes);

    /// The number of the terminal that a record comes to.
    std::uint32_t walk(const Code* codes) const noexcept {
        const std::uint32_t* const next = next_.data();
        std::uint32_t at = root_;
        while (at < terminal) at = next[(at >> fact_bits) + codes[at & fact_mask]];
        return at - terminal;
    }

 private:
    // A place in the array is where a node's edges begin, and the fact that it asks for.
    static constexpr std::uint32_t terminal = 0x8000'0000U;
    static constexpr unsigned fact_bits = 8;
    static constexpr std::uint32_t fact_mask = 0xFF;

    std::vector<std::uint32_t> next_;
    std::uint32_t root_ = 0;
};

}  // namespace scr::criteria
