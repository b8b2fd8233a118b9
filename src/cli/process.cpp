#include "cli/process.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

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

}  // namespace scr::cli
