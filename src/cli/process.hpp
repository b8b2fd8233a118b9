#pragma once

namespace scr::cli {

/// Before anything else: files are private, memory is not dumped to disk, a closed pipe is an error
/// of the write and not the end of the process.
void harden_process();

}  // namespace scr::cli
