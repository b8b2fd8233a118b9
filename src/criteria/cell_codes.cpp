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
    // find() reads that far.
    for (Entry& entry : entries_) entry.text.reserve(readable);
    std::uint64_t state = entries_.size();
    for (std::size_t bits = std::bit_width(2 * entries_.size()); bits < most_bits; ++bits) {
        for (int i = 0; i < tries; ++i) {
            if (place(bits, next_multiplier(state))) return;
        }
    }
    place(most_bits, next_multiplier(state));
}

/// Fills a table of 2^bits slots; false when two entries meet in one, of which the first then
/// stays.
bool CellCodes::place(std::size_t bits, std::uint64_t multiplier) {
    table_.assign(std::size_t{1} << bits, {});
    slots_ = table_.data();
    multiplier_ = multiplier;
    shift_ = static_cast<unsigned>(64 - bits);
    bool apart = true;
    for (const Entry& entry : entries_) {
        std::string padded = entry.text;
        padded.resize(std::max(entry.text.size(), readable));
        const Key key = key_of(padded.data(), entry.text.size());
        Slot& slot = table_[index_of(key)];
        if (slot.code != unusual) {
            apart = apart && slot.key == key;  // the same beginning and length: no size parts them
            continue;
        }
        const bool longer = entry.text.size() > readable;
        slot = {key, longer ? entry.text.data() + readable : nullptr, entry.code};
    }
    return apart;
}

}  // namespace scr::criteria
