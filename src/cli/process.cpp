#include "cli/process.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" const char __executable_start;  // NOLINT: the linker's names
extern "C" const char edata;

namespace scr::cli {
namespace {

constexpr std::uintptr_t page = 4096;

void populate(const void* begin, const void* end, int advice) {
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) & ~(page - 1);
    const auto last = reinterpret_cast<std::uintptr_t>(end) & ~(page - 1);
    if (first < last) madvise(reinterpret_cast<void*>(first), last - first, advice);
}

}  // namespace

void harden_process() {
    umask(077);
    // A core file or a debugger of another process would show identities. A failure here leaves the
    // program as safe as any other, so it is no reason to refuse work.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void take_memory_at_once() {
    constexpr std::size_t size = std::size_t{768} * 1024;
    // From the heap, and back to it untrimmed: the next allocations find the pages there.
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    if (char* const block = static_cast<char*>(std::malloc(size))) {
        populate(block, block + size, MADV_POPULATE_WRITE);
        std::free(block);
    }
    // The program itself is in memory already, as a rule, but not yet in this process.
    populate(&__executable_start, &edata, MADV_POPULATE_READ);
}

}  // namespace scr::cli
