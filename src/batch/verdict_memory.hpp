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
    /// Bytes behind the tail of its row, for those who copy many at a time.
    static constexpr std::size_t padding = 64;

    std::string padded_tail;
    std::size_t records = 0;
    criteria::Screening screening;

    std::string_view tail() const { return {padded_tail.data(), padded_tail.size() - padding}; }
};

/// Finds for the codes of a record what its verdict comes to. Records with the same codes come
/// again and again, so the last ones are remembered; what is not, is walked for. One a thread.
class VerdictMemory {
 public:
    using MakeTail = std::function<std::string(const criteria::Screening&)>;

    /// The table must outlive it.
    VerdictMemory(const criteria::ScreeningTable& table, MakeTail make_tail);

    using Codes = intake::PlainRecord::Codes;
    /// A record's codes, packed, and where they would be remembered.
    struct Sought {
        std::array<std::uint64_t, sizeof(Codes) / sizeof(std::uint64_t)> key;
        std::uint64_t* place;
    };

    /// To seek several records before the first is found lets memory answer for all of them at
    /// once.
    Sought seek(const Codes&);

    /// Null for a contradictory record. `sought` is what seek says of the codes. Valid until
    /// make_room.
    Prepared* find(const Codes&, const Sought&);

    /// Forgets what was found, where that has become much.
    void make_room();

    void add_counts_to(OutcomeCounts&) const;

 private:
    struct Hash {
        std::size_t operator()(const criteria::Verdict&) const;
    };

    Prepared* prepare(const criteria::Verdict&);

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
