#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace scr::store {

/// Names of agencies. It never denies one that was added, and takes at most some in ten thousand
/// others for added: a Bloom filter, the five bits of a name in one word (Putze, Sanders and
/// Singler, Cache-, Hash- and Space-Efficient Bloom Filters, 2007). It needs four to eight bytes a
/// name.
class NameFilter {
 public:
    /// `capacity`: with more names it takes more others for added.
    explicit NameFilter(std::size_t capacity);

    void add(std::string_view agency, std::string_view name);
    bool may_have(std::string_view agency, std::string_view name) const;

    std::size_t capacity() const { return words_.size() * names_a_word; }

 private:
    static constexpr std::size_t names_a_word = 2;

    /// Where a name stands, and its bits there.
    struct Place {
        std::size_t word;
        std::uint64_t bits;
    };
    Place place_of(std::string_view agency, std::string_view name) const;

    std::vector<std::uint64_t> words_;
};

}  // namespace scr::store
