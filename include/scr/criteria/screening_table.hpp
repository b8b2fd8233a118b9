#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "scr/criteria/answer_codes.hpp"
#include "scr/criteria/cell_codes.hpp"
#include "scr/criteria/screening.hpp"

namespace scr::criteria {

/// What the criteria make of a record, without a word: equal verdicts are equal screenings. Sets
/// of facts are one bit a fact.
struct Verdict {
    std::uint64_t outcomes = 0;  ///< the terminals that the record came to, as one number
    std::uint64_t missing = 0;
    std::uint64_t assumed = 0;
    std::uint64_t silent = 0;  ///< facts taken from silence, whether they matter or not

    bool operator==(const Verdict&) const = default;
};

/// Criteria compiled for many records: one walk over a compact array for each determination, its
/// criteria included, and small ones for what is missing and assumed. Says what Screener says.
/// Immutable: threads may share it.
class ScreeningTable {
 public:
    /// As many facts at most.
    static constexpr std::size_t fact_limit = 64;

    /// What of a verdict is asked for beside its outcomes and what is missing.
    enum class Silence { left_out, told };

    /// Null for criteria that are too large for it: Screener takes any. `coded` is how cells are
    /// written where it is not our way. The criteria must outlive the table.
    static std::unique_ptr<ScreeningTable> make(const Criteria&, Blanks, Silence,
                                                const CodedFacts& coded = {});
    ~ScreeningTable();

    const Criteria& criteria() const;
    /// How the cells of a fact are written, and their codes.
    const CellCodes& cells(std::size_t fact) const;
    /// The code of an empty cell, which is also that of an absent column.
    Code blank(std::size_t fact) const;

    /// Every code is below this.
    std::size_t code_limit() const;

    /// The verdict on a record, given as one code a fact; false when the record is contradictory.
    bool screen(const Code* codes, Verdict&) const;
    /// The verdict spelt out. Of the reading only `from_silence` is filled.
    Screening screening(const Verdict&) const;

 private:
    struct State;
    explicit ScreeningTable(std::unique_ptr<State>);
    std::unique_ptr<State> state_;
};

}  // namespace scr::criteria
