#pragma once

#include <string>
#include <vector>

namespace scr::cli {

class Context;

/// A file that a run reads and must not destroy.
struct KeptFile {
    std::string path;  ///< blank: none
    std::string what;  ///< `an input`
};

/// Throws Failure (usage) when `file`, which `option` names and which is about to be written anew,
/// is one of `kept`, belongs to the store, is the configuration or the calendar, is where a
/// standard stream comes from or goes to, or is any database. Files are told apart by what they are
/// and not by their names, so that no link hides one.
void refuse_overwriting(const Context&, const std::string& option, const std::string& file,
                        std::vector<KeptFile> kept);

/// Throws Failure (usage) when an input (`-` is standard input) is the file that standard output or
/// error is appended to: the run would read what it writes, and without an end.
void refuse_reading_output(const std::string& input);

}  // namespace scr::cli
