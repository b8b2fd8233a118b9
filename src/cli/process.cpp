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

namespace scr::cli {

void harden_process() {
    umask(077);
    // A core file or a debugger of another process would show identities. A failure here leaves the
    // program as safe as any other, so it is no reason to refuse work.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    std::signal(SIGPIPE, SIG_IGN);
}

void take_memory_at_once() {
    constexpr std::size_t size = std::size_t{768} * 1024;
    constexpr std::uintptr_t page = 4096;
    // From the heap, and back to it untrimmed: the next allocations find the pages there.
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    void* block = std::malloc(size);
    if (block == nullptr) return;
    const auto begin = (reinterpret_cast<std::uintptr_t>(block) + page - 1) & ~(page - 1);
    madvise(reinterpret_cast<void*>(begin), size - page, MADV_POPULATE_WRITE);
    std::free(block);
}

}  // namespace scr::cli
