#include "scr/criteria/cell_codes.hpp"

#include <algorithm>
#include <bit>

namespace scr::criteria {
namespace {

constexpr std::size_t most_bits = 14;
constexpr int tries = 200;  ///< multipliers tried for a size before it is doubled

/// A fixed sequence, so that a file always compiles to the same table.
std::uint64_t next_multiplier(std::uint64_t& state) {
    state += 0x9e37'79b9'7f4a'7c15ULL;
    std::uint64_t mixed = (state ^ (state >> 30)) * 0xbf58'476d'1ce4'e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d0'49bb'1331'11ebULL;
    return (mixed ^ (mixed >> 31)) | 1;
}

}  // namespace

CellCodes::CellCodes(std::vector<Entry> entries) : entries_(std::move(entries)) {
    const std::vector<Key> all = keys();
    find_multiplier(all);
    place(all);
}

void CellCodes::find_multiplier(const std::vector<Key>& all) {
    std::uint64_t state = all.size();
    // Below this size hardly any of the multipliers tried keeps all apart.
    const std::size_t slots = std::max(2 * all.size(), all.size() * all.size() / 10);
    for (std::size_t bits = std::bit_width(slots); bits <= most_bits; ++bits) {
        for (int i = 0; i < tries; ++i) {
            if (keeps_apart(all, bits, next_multiplier(state))) return;
        }
    }
}

std::vector<CellCodes::Key> CellCodes::keys() const {
    std::vector<Key> all;
    for (const Entry& entry : entries_) {
        std::string padded = entry.text;
        padded.resize(std::max(entry.text.size(), readable));
        all.push_back(CellFinder::key_of(padded.data(), entry.text.size()));
    }
    return all;
}

/// Whether no two keys meet in one of 2^bits slots. Equal keys, whose texts differ behind what is
/// looked at, meet in any.
bool CellCodes::keeps_apart(const std::vector<Key>& all, std::size_t bits,
                            std::uint64_t multiplier) {
    finder_.multiplier_ = multiplier;
    finder_.shift_ = static_cast<unsigned>(64 - bits);
    std::vector<const Key*> taken(std::size_t{1} << bits);
    for (const Key& key : all) {
        const Key*& slot = taken[finder_.index_of(key)];
        if (slot != nullptr && *slot != key) return false;
        slot = &key;
    }
    return true;
}

/// Of entries that meet in a slot the first is there.
void CellCodes::place(const std::vector<Key>& all) {
    table_.assign(std::size_t{1} << (64 - finder_.shift_), {});
    finder_.slots_ = table_.data();
    for (std::size_t i = 0; i < all.size(); ++i) {
        all_short_ = all_short_ && all[i].length <= 8;
        Slot& slot = table_[finder_.index_of(all[i])];
        if (slot.code != unusual) continue;
        slot = {all[i], entries_[i].code, entries_[i].text.data()};
    }
}

}  // namespace scr::criteria
