#pragma once

namespace scr::criteria {
class Interview;
}

namespace scr::cli {

class Context;

/// What an interview that records nothing came to, on standard output: the outcomes, or what is
/// still possible where the answers ended before, and the answers.
void print_result(Context&, criteria::Interview&, bool finished);

}  // namespace scr::cli
