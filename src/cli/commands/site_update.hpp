#pragma once

#include <string>

#include "scr/casework/report_reader.hpp"
#include "scr/casework/store.hpp"
#include "scr/publication/page.hpp"

namespace CLI {
class App;
}

namespace scr::cli {

class Context;

/// Writing the site although the store is older than the one that it was built from.
struct OlderStoreOptions {
    bool accept = false;
    std::string reason;
};

/// Declares `--accept-older-store` and, where the command has none of its own, `--reason`.
void declare_older_store(CLI::App&, OlderStoreOptions&, bool with_reason);

/// The reader of Markdown and text reports.
casework::ReportReader report_reader();

/// Throws Failure (not_allowed) when the site's folder holds what is not ours, and when the site
/// was built from an event that the store does not have, unless that was accepted with a reason.
/// Asked before anything is stored.
void check_site(Context&, casework::Store&, const OlderStoreOptions&);

/// Makes the site as the store has it; false when it already was. Nothing happens in a dry run.
bool update_site(Context&, casework::Store&);

/// The same after a commit: what fails now is said to be recorded. `recorded` begins the sentence.
bool update_site_after(Context&, casework::Store&, const std::string& recorded);

}  // namespace scr::cli
