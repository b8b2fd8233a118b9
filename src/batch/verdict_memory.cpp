#include "batch/verdict_memory.hpp"

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

std::uint64_t VerdictMemory::key_word(const criteria::Code* codes, std::size_t word) const {
    const auto load = [codes](std::size_t eight) {
        std::uint64_t loaded = 0;
        std::memcpy(&loaded, codes + 8 * eight, 8);
        return loaded;
    };
    return halved_ ? load(2 * word) | load(2 * word + 1) << 4 : load(word);
}

std::uint64_t* VerdictMemory::place_of(const intake::PlainRecord::Codes& codes) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words_; ++i) {
        hash = (hash ^ key_word(codes.data(), i)) * multiplier;
        hash ^= hash >> 32;
    }
    const std::size_t position = hash * multiplier >> (64 - recent_bits);
    std::uint64_t* const place = recent_.data() + position * (words_ + 1);
    __builtin_prefetch(place);
    return place;
}

bool VerdictMemory::is_key(const std::uint64_t* place, const criteria::Code* codes) const {
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < words_; ++i) differing |= place[i] ^ key_word(codes, i);
    return differing == 0;
}

Prepared* VerdictMemory::find(const intake::PlainRecord::Codes& codes, std::uint64_t* place) {
    if (place[words_] != 0 && is_key(place, codes.data()))
        return reinterpret_cast<Prepared*>(place[words_]);
    criteria::Verdict verdict;
    if (!table_.screen(codes.data(), verdict)) return nullptr;
    Prepared* const prepared = prepare(verdict);
    for (std::size_t i = 0; i < words_; ++i) place[i] = key_word(codes.data(), i);
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
    made.tail = make_tail_(made.screening);
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
