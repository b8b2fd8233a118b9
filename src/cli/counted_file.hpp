#pragma once

#include <atomic>
#include <cstdint>
#include <fstream>
#include <istream>

namespace scr::cli {

/// A file that another thread may ask how much of it was read.
class CountedFileBuffer final : public std::filebuf {
 public:
    std::uint64_t taken() const { return taken_.load(std::memory_order_relaxed); }

 protected:
    int_type underflow() override;
    std::streamsize xsgetn(char* to, std::streamsize room) override;

 private:
    std::streamsize buffered() const { return egptr() - gptr(); }
    void set_taken(std::uint64_t taken) { taken_.store(taken, std::memory_order_relaxed); }

    std::atomic<std::uint64_t> taken_ = 0;
};

}  // namespace scr::cli
