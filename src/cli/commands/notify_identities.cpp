#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/options.hpp"
#include "cli/rejects.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/identities.hpp"
#include "scr/casework/naming.hpp"
#include "scr/intake/identity_reader.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct IdentitiesOptions {
    std::string child;
    std::string from;
};

intake::IdentityReading read(const std::string& file) {
    if (file == "-") return intake::read_identities(std::cin, "standard input");
    std::ifstream input(file, std::ios::binary);
    if (!input) throw Failure(FailureKind::refused, fmt::format("`{}` cannot be read", file));
    return intake::read_identities(input, file);
}

int refuse_all(const std::string& file, const intake::IdentityReading& reading, Context& context) {
    Rejects rejects(context);
    for (const auto& problem : reading.problems) rejects.add(file, problem);
    rejects.finish();
    print_block(context.err(),
                render(Failure(FailureKind::refused, "nothing was stored", "",
                               "a list of identities is stored whole, or a report could be "
                               "published with a name that is missing here",
                               "correct the lines and run the command again")));
    return static_cast<int>(FailureKind::refused);
}

int run_identities(const IdentitiesOptions& options, Context& context) {
    auto& store = existing_store(context, {});
    const auto child = casework::case_named(store, options.child);
    const auto reading = read(options.from);
    const std::string name = options.from == "-" ? "standard input" : options.from;
    if (!reading.problems.empty()) return refuse_all(name, reading, context);
    casework::Batch batch(store, context.act("notify.identities", child.reference));
    const auto result = casework::add_identities(batch, child.reference, reading.identities);
    batch.commit();
    std::string title = fmt::format("{} has {} more", child.reference,
                                    text::counted(result.added, "identity", "identities"));
    if (result.added == 0) {
        title = fmt::format("{} has all of them already: nothing was added", child.reference);
    }
    Sheet("identities", title)
        .field("case", "", child.reference)
        .field("added", "", static_cast<std::int64_t>(result.added))
        .field("already_there", result.added > 0 && result.already > 0 ? "already there" : "",
               static_cast<std::int64_t>(result.already))
        .print(context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_notify_identities(CLI::App& notify, Actions& actions) {
    auto& identities =
        add_subcommand(notify, "identities", "who the people of a case are, apart from the facts");
    const auto options = std::make_shared<IdentitiesOptions>();
    add_option(identities, "CASE", options->child, "the case").required();
    add_option(identities, "--from", options->from, "CSV with the columns role, kind, value")
        .type_name("FILE|-")
        .required();
    add_examples(identities, "  scr notify identities N-2026-0001/1 --from people.csv");
    actions.add(identities,
                [options](Context& context) { return run_identities(*options, context); });
}

}  // namespace scr::cli
