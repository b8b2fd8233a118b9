#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scr/batch/outcome_counts.hpp"
#include "scr/criteria/screening_table.hpp"
#include "scr/intake/block.hpp"

namespace scr::batch {

/// What a verdict comes to, made once: its row's text, and how many records had it.
struct Prepared {
    std::string tail;
    std::size_t records = 0;
    criteria::Screening screening;
};

/// Finds for the codes of a record what its verdict comes to. Records with the same codes come
/// again and again, so the last ones are remembered; what is not, is walked for. One a thread.
class VerdictMemory {
 public:
    using MakeTail = std::function<std::string(const criteria::Screening&)>;

    /// The table must outlive it.
    VerdictMemory(const criteria::ScreeningTable& table, MakeTail make_tail);

    /// Where a record's codes would be remembered. To ask for several records before the first is
    /// sought lets memory answer for all of them at once.
    std::uint64_t* place_of(const intake::PlainRecord::Codes&);

    /// Null for a contradictory record. `place` is place_of the codes. Valid until make_room.
    Prepared* find(const intake::PlainRecord::Codes&, std::uint64_t* place);

    /// Forgets what was found, where that has become much.
    void make_room();

    void add_counts_to(OutcomeCounts&) const;

 private:
    struct Hash {
        std::size_t operator()(const criteria::Verdict&) const;
    };

    Prepared* prepare(const criteria::Verdict&);
    std::uint64_t key_word(const criteria::Code* codes, std::size_t word) const;
    bool is_key(const std::uint64_t* place, const criteria::Code* codes) const;

    const criteria::ScreeningTable& table_;
    MakeTail make_tail_;
    bool halved_;        ///< codes are so small that two share a byte of a key
    std::size_t words_;  ///< of a key
    /// Places for a key and, in the word behind it, the address of what it comes to; 0: free.
    std::vector<std::uint64_t> recent_;
    /// By Verdict::outcomes, for verdicts that have nothing else.
    std::vector<Prepared*> settled_;
    std::unordered_map<criteria::Verdict, Prepared, Hash> prepared_;
    OutcomeCounts forgotten_;  ///< counts of what was forgotten
};

}  // namespace scr::batch
