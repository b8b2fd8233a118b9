#include "store/name_filter.hpp"

#include <functional>

namespace scr::store {
namespace {

std::uint64_t mixed_hash(std::string_view agency, std::string_view name) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;  // 2^64 / golden ratio: few agencies, apart
    const std::hash<std::string_view> hash;
    return hash(name) ^ (hash(agency) * odd);
}

}  // namespace

NameFilter::NameFilter(std::size_t capacity) : words_(capacity / names_a_word + 1) {}

NameFilter::Place NameFilter::place_of(std::string_view agency, std::string_view name) const {
    // The word by the upper half of the hash, the bits by the lower: neither tells of the other.
    constexpr int half = 32;
    constexpr int bits_a_name = 5;
    constexpr int bits_a_position = 6;
    constexpr std::uint64_t positions = 63;
    std::uint64_t hash = mixed_hash(agency, name);
    Place place{((hash >> half) * words_.size()) >> half, 0};
    for (int i = 0; i < bits_a_name; ++i, hash >>= bits_a_position) {
        place.bits |= std::uint64_t{1} << (hash & positions);
    }
    return place;
}

void NameFilter::add(std::string_view agency, std::string_view name) {
    const auto place = place_of(agency, name);
    words_[place.word] |= place.bits;
}

bool NameFilter::may_have(std::string_view agency, std::string_view name) const {
    const auto place = place_of(agency, name);
    return (words_[place.word] & place.bits) == place.bits;
}

}  // namespace scr::store
