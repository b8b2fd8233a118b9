// What can be reached: one loop written by hand for the columns of generate.cpp, with the criteria
// of scr-2015 compiled in, nothing checked but what an outcome needs, and of the results only
// `ref,review`. Built for the machine at hand; see screening.py.
//
// usage: limit < RECORDS.csv > OUTCOMES.csv
//        limit RECORDS.csv > OUTCOMES.csv       two threads, half of the file each, in no order
#include <fcntl.h>
#include <immintrin.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

#include "limit_criteria.hpp"

namespace {

using namespace limit;

/// What a loop reads: standard input, or the records of a file that begin in a part of it.
class Input {
 public:
    Input() = default;
    Input(int file, off_t begin, off_t end) : file_(file), at_(begin), end_(end) {}

    ssize_t read(char* to, std::size_t room) {
        if (file_ < 0) return ::read(0, to, room);
        const ssize_t got = ::pread(file_, to, std::min<std::size_t>(room, left()), at_);
        if (got > 0) at_ += got;
        return got;
    }

 private:
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    int file_ = -1;
    off_t at_ = 0;
    off_t end_ = 0;
};

std::mutex output;

class Loop {
 public:
    explicit Loop(Input input = {}, bool header = true) : input_(input), header_(header) {}

    void run() {
        std::vector<char> bytes(block + 64);
        std::size_t kept = 0;
        bool header = header_;
        out_.resize(2 * block + 4096);
        for (;;) {
            const ssize_t got = input_.read(bytes.data() + kept, block - kept);
            if (got <= 0) break;
            const std::size_t size = kept + static_cast<std::size_t>(got);
            const char* begin = bytes.data();
            if (header) begin = static_cast<const char*>(std::memchr(begin, '\n', size)) + 1;
            header = false;
            const char* const rest = records(begin, bytes.data() + size);
            kept = static_cast<std::size_t>(bytes.data() + size - rest);
            std::memmove(bytes.data(), rest, kept);
            write_out();
        }
    }

 private:
    static constexpr std::size_t block = 1 << 17;

    /// Where the first record begins that is not whole.
    const char* records(const char* begin, const char* end) {
        const char* record = begin;
        const char* cell = begin;
        int field = 0;
        const __m256i comma = _mm256_set1_epi8(',');
        const __m256i line = _mm256_set1_epi8('\n');
        for (const char* at = begin; at < end; at += 64) {
            const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
            const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + 32));
            const auto bits = [&](__m256i bytes) {
                return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_or_si256(
                    _mm256_cmpeq_epi8(bytes, comma), _mm256_cmpeq_epi8(bytes, line))));
            };
            std::uint64_t found = bits(low) | std::uint64_t{bits(high)} << 32;
            if (end - at < 64) found &= (std::uint64_t{1} << (end - at)) - 1;
            for (; found != 0; found &= found - 1) {
                const char* const stop = at + std::countr_zero(found);
                const auto size = static_cast<std::size_t>(stop - cell);
                if (field == 0)
                    ref_size_ = size;
                else
                    answers_[field - 1] = answer(field - 1, cell, size);
                ++field;
                cell = stop + 1;
                if (*stop != '\n') continue;
                write(record);
                record = cell;
                field = 0;
            }
        }
        return record;
    }

    void write(const char* ref) {
        const std::string_view name = outcome_of(answers_);
        if (name.empty()) return;
        std::memcpy(out_.data() + out_size_, ref, ref_size_);
        out_size_ += ref_size_;
        std::memcpy(out_.data() + out_size_, name.data(), name.size());
        out_size_ += name.size();
    }

    void write_out() {
        const std::scoped_lock lock(output);
        for (std::size_t done = 0; done < out_size_;) {
            const ssize_t written = ::write(1, out_.data() + done, out_size_ - done);
            if (written <= 0) _exit(1);
            done += static_cast<std::size_t>(written);
        }
        out_size_ = 0;
    }

    Input input_;
    bool header_;
    Answers answers_{};
    std::size_t ref_size_ = 0;
    std::vector<char> out_;
    std::size_t out_size_ = 0;
};

}  // namespace

/// Where the first line begins that does not begin before `at`.
off_t line_from(int file, off_t at) {
    char bytes[4096];
    const ssize_t got = ::pread(file, bytes, sizeof bytes, at);
    const void* const end = std::memchr(bytes, '\n', static_cast<std::size_t>(got));
    return at + (static_cast<const char*>(end) - bytes) + 1;
}

int main(int count, char** arguments) {
    if (count == 1) {
        Loop().run();
        return 0;
    }
    const int file = ::open(arguments[1], O_RDONLY);
    struct stat about {};
    ::fstat(file, &about);
    const off_t middle = line_from(file, about.st_size / 2);
    std::thread second([&] { Loop(Input(file, middle, about.st_size), false).run(); });
    Loop(Input(file, 0, middle)).run();
    second.join();
}
