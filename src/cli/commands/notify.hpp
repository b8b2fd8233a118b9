#pragma once

#include <string>
#include <vector>

#include "cli/actions.hpp"
#include "cli/batch_options.hpp"

namespace CLI {
class App;
}

namespace scr::cli {

/// Declares `scr notify amend` and `scr notify identities` on `notify`.
void declare_notify_amend(CLI::App& notify, Actions& actions);
void declare_notify_identities(CLI::App& notify, Actions& actions);

/// `scr notify --from`: many records from files or standard input.
int run_notify_from(TypedBatch& options, Context& context);

}  // namespace scr::cli
