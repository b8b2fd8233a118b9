#pragma once

#include "cli/actions.hpp"
#include "cli/commands/site_update.hpp"

namespace scr::cli {

struct PublishOptions {
    std::string review;
    std::string file;
    std::string title;
    std::string published_on;
    std::string confirm;
    bool check = false;
    bool planned = false;
    OlderStoreOptions older_store;
};

/// Throws Failure (usage) when `publish` was given what its nested commands do not take: the parser
/// hands on to it whatever they do not know, and `withdraw P --check` must not withdraw.
void refuse_options_of(const CLI::App& publish);

void declare_publish_withdraw(CLI::App& publish, Actions&);
void declare_publish_rebuild(CLI::App& publish, Actions&);

}  // namespace scr::cli
