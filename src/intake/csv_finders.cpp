#include "intake/csv_finders.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <initializer_list>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#include <immintrin.h>
#define SCR_SEVERAL_INSTRUCTION_SETS 1
#endif

namespace scr::intake {
namespace {

constexpr int places_at_once = 16;

namespace plain {

#include "intake/csv_places_kernel.hpp"

/// 64 bytes of a text.
class Chunk {
 public:
    explicit Chunk(const char* bytes) : bytes_(bytes) {}
    std::uint64_t equal_to(char byte) const {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; ++i) bits |= std::uint64_t{bytes_[i] == byte} << i;
        return bits;
    }
    /// Bytes that are ASCII, but not NUL.
    std::uint64_t ascii() const {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 64; ++i)
            bits |= std::uint64_t{static_cast<signed char>(bytes_[i]) > 0} << i;
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

#include "intake/csv_places_kernel.hpp"

class Chunk {
 public:
    explicit Chunk(const char* bytes)
        : low_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes))),
          high_(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32))) {}
    std::uint64_t equal_to(char byte) const {
        const __m256i wanted = _mm256_set1_epi8(byte);
        return bits(_mm256_cmpeq_epi8(low_, wanted), _mm256_cmpeq_epi8(high_, wanted));
    }
    std::uint64_t ascii() const {
        const __m256i zero = _mm256_setzero_si256();
        return bits(_mm256_cmpgt_epi8(low_, zero), _mm256_cmpgt_epi8(high_, zero));
    }

 private:
    static std::uint64_t bits(__m256i low, __m256i high) {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
               std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
    }

    __m256i low_;
    __m256i high_;
};

#include "intake/csv_index_kernel.hpp"

}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")
namespace avx512 {

class Chunk {
 public:
    explicit Chunk(const char* bytes) : bytes_(_mm512_loadu_si512(bytes)) {}
    std::uint64_t equal_to(char byte) const {
        return _mm512_cmpeq_epi8_mask(bytes_, _mm512_set1_epi8(byte));
    }
    std::uint64_t ascii() const { return _mm512_cmpgt_epi8_mask(bytes_, _mm512_setzero_si512()); }

 private:
    __m512i bytes_;
};

/// The numbers from 0 to 63, each a byte.
inline __m512i all_places() {
    alignas(64) static constexpr auto places = [] {
        std::array<std::uint8_t, 64> all{};
        for (std::uint8_t i = 0; i < 64; ++i) all[i] = i;
        return all;
    }();
    return _mm512_load_si512(places.data());
}

/// As in csv_places_kernel.hpp: those of the bits are moved together, and widened.
inline std::uint32_t* write_places(std::uint64_t bits, std::uint32_t base, std::uint32_t* to) {
    const __m512i found = _mm512_maskz_compress_epi8(bits, all_places());
    const __m512i bases = _mm512_set1_epi32(static_cast<int>(base));
    alignas(64) std::uint8_t narrow[64];
    _mm512_store_si512(narrow, found);
    const int count = std::popcount(bits);
    int written = 0;
    do {
        const auto* const from = reinterpret_cast<const __m128i*>(narrow + written);
        // Not the instruction without a mask, of which the compiler says that it reads what was
        // never written.
        const __m512i wide = _mm512_maskz_cvtepu8_epi32(0xFFFF, _mm_load_si128(from));
        _mm512_storeu_si512(to + written, _mm512_add_epi32(wide, bases));
        written += places_at_once;
    } while (written < count);
    return to + count;
}

#include "intake/csv_index_kernel.hpp"

}  // namespace avx512
#pragma GCC pop_options

#endif

std::vector<CsvFinder> runnable() {
    std::vector<CsvFinder> finders{{"plain", plain::find, plain::find_ends}};
#ifdef SCR_SEVERAL_INSTRUCTION_SETS
    if (!__builtin_cpu_supports("x86-64-v3")) return finders;  // with BMI and the like
    finders.push_back({"avx2", avx2::find, avx2::find_ends});
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2"))
        finders.push_back({"avx512", avx512::find, avx512::find_ends});
#endif
    return finders;
}

}  // namespace

std::span<const CsvFinder> csv_finders() {
    static const std::vector<CsvFinder> finders = runnable();
    return finders;
}

}  // namespace scr::intake
