#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace scr::criteria {

/// Outcomes of one determination by their positions, each below 64: a range of them in ascending
/// order, that is the strongest first. In one word, for each record that is screened has several.
class OutcomeSet {
 public:
    class Iterator {
     public:
        using value_type = std::size_t;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;
        using reference = std::size_t;
        using pointer = void;

        Iterator() = default;
        explicit Iterator(std::uint64_t rest) : rest_(rest) {}

        std::size_t operator*() const { return static_cast<std::size_t>(std::countr_zero(rest_)); }
        Iterator& operator++() {
            rest_ &= rest_ - 1;
            return *this;
        }
        Iterator operator++(int) {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator&) const = default;

     private:
        std::uint64_t rest_ = 0;
    };

    OutcomeSet() = default;
    OutcomeSet(std::initializer_list<std::size_t> outcomes) {
        for (const std::size_t outcome : outcomes) insert(outcome);
    }

    /// One bit an outcome.
    static OutcomeSet of_bits(std::uint64_t bits) {
        OutcomeSet set;
        set.bits_ = bits;
        return set;
    }
    std::uint64_t bits() const { return bits_; }

    void insert(std::size_t outcome) { bits_ |= std::uint64_t{1} << outcome; }
    bool contains(std::size_t outcome) const { return (bits_ >> outcome & 1) != 0; }

    bool empty() const { return bits_ == 0; }
    std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
    /// Of one that is not empty.
    std::size_t front() const { return static_cast<std::size_t>(std::countr_zero(bits_)); }
    std::size_t back() const { return 63 - static_cast<std::size_t>(std::countl_zero(bits_)); }
    Iterator begin() const { return Iterator(bits_); }
    Iterator end() const { return Iterator(); }

    bool operator==(const OutcomeSet&) const = default;

 private:
    std::uint64_t bits_ = 0;
};

}  // namespace scr::criteria
