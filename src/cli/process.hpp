#pragma once

namespace scr::cli {

/// Before anything else: files are private, memory is not dumped to disk; a closed pipe, or a file
/// that may not grow, is an error of the write and not the end of the process.
void harden_process();

/// Takes the memory of a usual command, and the program's own pages, from the system in one piece:
/// page by page they cost a single command more than what is done with them. A failure changes
/// nothing.
void take_memory_at_once();

}  // namespace scr::cli
