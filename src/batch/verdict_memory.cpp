#include "batch/verdict_memory.hpp"

#include <cstring>

namespace scr::batch {
namespace {

constexpr unsigned recent_bits = 14;
constexpr std::size_t most_prepared = 20'000;
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
      words_((table.criteria().facts.size() + 7) / 8),
      recent_codes_(words_ << recent_bits),
      recent_(std::size_t{1} << recent_bits),
      forgotten_(table.criteria()) {}

std::size_t VerdictMemory::place_of(const criteria::Code* codes) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words_; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, codes + 8 * i, 8);
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 32;
    }
    return hash * multiplier >> (64 - recent_bits);
}

bool VerdictMemory::is_at(std::size_t place, const criteria::Code* codes) const {
    const std::uint64_t* const words = recent_codes_.data() + place * words_;
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < words_; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, codes + 8 * i, 8);
        differing |= word ^ words[i];
    }
    return differing == 0;
}

Prepared* VerdictMemory::find(const criteria::Code* codes) {
    const std::size_t place = place_of(codes);
    Prepared* const recent = recent_.data()[place];
    return recent != nullptr && is_at(place, codes) ? recent : walk(codes, place);
}

Prepared* VerdictMemory::walk(const criteria::Code* codes, std::size_t place) {
    criteria::Verdict verdict;
    if (!table_.screen(codes, verdict)) return nullptr;
    Prepared* const prepared = prepare(verdict);
    std::memcpy(recent_codes_.data() + place * words_, codes, 8 * words_);
    recent_[place] = prepared;
    return prepared;
}

Prepared* VerdictMemory::prepare(const criteria::Verdict& verdict) {
    const auto known = prepared_.find(verdict);
    if (known != prepared_.end()) return &known->second;
    if (prepared_.size() == most_prepared) forget();
    Prepared made;
    made.screening = table_.screening(verdict);
    made.tail = make_tail_(made.screening);
    return &prepared_.emplace(verdict, std::move(made)).first->second;
}

void VerdictMemory::forget() {
    for (const auto& [verdict, prepared] : prepared_)
        forgotten_.add(prepared.screening, prepared.records);
    prepared_.clear();
    recent_.assign(recent_.size(), nullptr);
}

void VerdictMemory::add_counts_to(OutcomeCounts& counts) const {
    counts.add(forgotten_);
    for (const auto& [verdict, prepared] : prepared_)
        counts.add(prepared.screening, prepared.records);
}

}  // namespace scr::batch
