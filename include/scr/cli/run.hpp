#pragma once

namespace scr::cli {

/// Parses the command line, runs the command and returns its exit status (see scr(1)).
int run(int argc, char** argv);

}  // namespace scr::cli
