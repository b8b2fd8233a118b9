#pragma once

namespace scr::cli {

/// Before anything else: files are private, memory is not dumped to disk, a closed pipe is an error
/// of the write and not the end of the process.
void harden_process();

/// Takes the memory that reading and compiling criteria needs from the system in one piece: page by
/// page it costs a single command more than what is done with it. A failure changes nothing.
void take_memory_at_once();

}  // namespace scr::cli
