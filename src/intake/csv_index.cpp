#include "intake/csv_index.hpp"

#include <algorithm>
#include <bit>
#include <initializer_list>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define SCR_SEVERAL_INSTRUCTION_SETS 1
#endif

namespace scr::intake {
namespace {

namespace plain {

/// 64 bytes of a text.
class Chunk {
 public:
    explicit Chunk(const char* bytes) : bytes_(bytes) {}
    std::uint64_t equal_to(char byte) const {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; ++i) bits |= std::uint64_t{bytes_[i] == byte} << i;
        return bits;
    }

 private:
    const char* bytes_;
};

#include "intake/csv_index_kernel.hpp"

}  // namespace plain

#ifdef SCR_SEVERAL_INSTRUCTION_SETS

// The program ships for every x86-64; what the machine at hand can do more is asked at run time.
#pragma GCC push_options
#pragma GCC target("avx2,bmi,bmi2,popcnt,lzcnt")
namespace avx2 {

class Chunk {
 public:
    explicit Chunk(const char* bytes)
        : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes))),
          high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32))) {}
    std::uint64_t equal_to(char byte) const {
        const __m256i wanted = _mm256_set1_epi8(byte);
        const auto bits = [wanted](__m256i bytes) {
            return static_cast<std::uint32_t>(
                _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, wanted)));
        };
        return bits(low_) | std::uint64_t{bits(high_)} << 32;
    }

 private:
    __m256i low_;
    __m256i high_;
};

#include "intake/csv_index_kernel.hpp"

}  // namespace avx2
#pragma GCC pop_options

#endif

using Find = std::size_t (*)(const char*, std::size_t, char, std::uint32_t*, std::uint32_t*);

Find fastest() {
#ifdef SCR_SEVERAL_INSTRUCTION_SETS
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return avx2::find;
#endif
    return plain::find;
}

}  // namespace

void CsvIndex::build(const char* bytes, std::size_t size, char delimiter) {
    static const Find find = fastest();
    // Every byte may be a separator, and places are written eight at a time.
    if (separators_.size() < size + 65) {
        separators_.resize(size + 65);
        record_ends_.resize(size + 65);
        separators_[0] = ~std::uint32_t{0};
    }
    bytes_ = bytes;
    record_count_ = find(bytes, size, delimiter, separators_.data() + 1, record_ends_.data());
}

}  // namespace scr::intake
