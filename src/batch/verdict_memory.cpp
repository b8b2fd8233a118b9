#include "batch/verdict_memory.hpp"

#include <algorithm>
#include <cstring>

namespace scr::batch {
namespace {

constexpr unsigned recent_bits = 13;
constexpr std::size_t most_prepared = 20'000;
constexpr std::size_t most_settled = 1 << 14;
constexpr std::uint64_t multiplier = 0x9e37'79b9'7f4a'7c15ULL;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * multiplier;
    return hash ^ (hash >> 29);
}

}  // namespace

std::size_t VerdictMemory::Hash::operator()(const criteria::Verdict& verdict) const {
    return mix(mix(mix(mix(0, verdict.outcomes), verdict.missing), verdict.assumed),
               verdict.silent);
}

VerdictMemory::VerdictMemory(const criteria::ScreeningTable& table, MakeTail make_tail)
    : table_(table),
      make_tail_(std::move(make_tail)),
      halved_(table.code_limit() <= 16),
      words_((table.criteria().facts.size() + (halved_ ? 15 : 7)) / (halved_ ? 16 : 8)),
      recent_((words_ + 1) << recent_bits),
      settled_(most_settled),
      forgotten_(table.criteria()) {}

VerdictMemory::Sought VerdictMemory::seek(const Codes& codes) {
    const auto load = [&codes](std::size_t eight) {
        std::uint64_t loaded = 0;
        std::memcpy(&loaded, codes.data() + 8 * eight, 8);
        return loaded;
    };
    Sought sought;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words_; ++i) {
        const std::uint64_t word = halved_ ? load(2 * i) | load(2 * i + 1) << 4 : load(i);
        sought.key.data()[i] = word;
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 32;
    }
    const std::size_t position = hash * multiplier >> (64 - recent_bits);
    sought.place = recent_.data() + position * (words_ + 1);
    __builtin_prefetch(sought.place);
    return sought;
}

Prepared* VerdictMemory::find(const Codes& codes, const Sought& sought) {
    std::uint64_t* const place = sought.place;
    std::uint64_t differing = place[words_] == 0 ? 1 : 0;
    for (std::size_t i = 0; i < words_; ++i) differing |= place[i] ^ sought.key.data()[i];
    if (differing == 0) return reinterpret_cast<Prepared*>(place[words_]);
    criteria::Verdict verdict;
    if (!table_.screen(codes.data(), verdict)) return nullptr;
    Prepared* const prepared = prepare(verdict);
    std::copy_n(sought.key.begin(), words_, place);
    place[words_] = reinterpret_cast<std::uint64_t>(prepared);
    return prepared;
}

Prepared* VerdictMemory::prepare(const criteria::Verdict& verdict) {
    const bool nothing_else = (verdict.missing | verdict.assumed | verdict.silent) == 0;
    const bool settled = nothing_else && verdict.outcomes < settled_.size();
    if (settled && settled_[verdict.outcomes] != nullptr) return settled_[verdict.outcomes];
    const auto known = prepared_.find(verdict);
    if (known != prepared_.end()) return &known->second;
    Prepared made;
    made.screening = table_.screening(verdict);
    made.padded_tail = make_tail_(made.screening).append(Prepared::padding, '\0');
    Prepared* const kept = &prepared_.emplace(verdict, std::move(made)).first->second;
    if (settled) settled_[verdict.outcomes] = kept;
    return kept;
}

void VerdictMemory::make_room() {
    if (prepared_.size() < most_prepared) return;
    for (const auto& [verdict, prepared] : prepared_)
        forgotten_.add(prepared.screening, prepared.records);
    prepared_.clear();
    recent_.assign(recent_.size(), 0);
    settled_.assign(settled_.size(), nullptr);
}

void VerdictMemory::add_counts_to(OutcomeCounts& counts) const {
    counts.add(forgotten_);
    for (const auto& [verdict, prepared] : prepared_)
        counts.add(prepared.screening, prepared.records);
}

}  // namespace scr::batch
