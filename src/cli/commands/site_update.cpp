#include "cli/commands/site_update.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/options.hpp"
#include "scr/casework/site_files.hpp"
#include "scr/documents/report_reader.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

publication::SiteSettings site_settings(const Context& context) {
    const auto& settings = context.settings();
    return {settings.partnership.value, settings.privacy_url.value, settings.contact.value};
}

std::string without_backticks(std::string text) {
    std::erase(text, '`');
    return text;
}

}  // namespace

void declare_older_store(CLI::App& command, OlderStoreOptions& options, bool with_reason) {
    add_flag(command, "--accept-older-store", options.accept,
             "make the site from a store that is older than the one it was built from");
    if (!with_reason) return;
    add_option(command, "--reason", options.reason, "why --accept-older-store is right")
        .type_name("TEXT");
}

casework::ReportReader report_reader() {
    return [](std::string_view bytes, const std::string& file_name) {
        auto read = documents::read_report(bytes, file_name);
        return casework::ReportText{std::move(read.format), std::move(read.title),
                                    std::move(read.body_html), std::move(read.segments)};
    };
}

void check_site(Context& context, casework::Store& store, const OlderStoreOptions& options) {
    context.site().check();
    const auto refusal = casework::may_rebuild(store, context.site());
    if (!refusal) return;
    if (!options.accept) {
        throw Failure(FailureKind::not_allowed, refusal->why, context.site().folder().string(), "",
                      without_backticks(refusal->help));
    }
    if (text::trim(options.reason).empty()) {
        throw Failure(FailureKind::usage, "`--accept-older-store` needs a `--reason`", "", "",
                      "--accept-older-store --reason TEXT");
    }
    context.warn("the site is made from an older store: " + options.reason);
}

bool update_site(Context& context, casework::Store& store) {
    if (context.dry_run()) return false;
    return casework::rebuild_site(store, context.criteria_library(), report_reader(),
                                  site_settings(context), context.site());
}

bool update_site_after(Context& context, casework::Store& store, const std::string& recorded) {
    try {
        return update_site(context, store);
    } catch (const Failure& failure) {
        throw Failure(
            FailureKind::store,
            fmt::format("{}, but the site could not be made: {}", recorded, failure.what()),
            failure.where(), failure.note(), "scr publish rebuild");
    }
}

}  // namespace scr::cli
