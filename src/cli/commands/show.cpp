#include "cli/commands/show.hpp"

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "scr/casework/naming.hpp"
#include "scr/record/reference.hpp"

namespace scr::cli {
namespace {

struct ShowOptions {
    std::string name;
};

int run_show(const ShowOptions& options, Context& context) {
    using Kind = record::Reference::Kind;
    context.format_among({Format::text, Format::json});
    auto& store = context.store_or_empty();
    const auto parsed = record::parse_reference(options.name);
    // A publication has the pseudonym of its review, which shows it.
    if (!parsed || parsed->kind == Kind::review) {
        show_review(context, casework::review_named(store, options.name));
        return 0;
    }
    const auto reference = record::to_text(*parsed);
    switch (parsed->kind) {
        case Kind::notification: show_notification(context, reference); break;
        case Kind::case_: show_case(context, reference); break;
        case Kind::screening: show_screening(context, reference); break;
        case Kind::publication: show_publication(context, reference); break;
        case Kind::lesson: show_lesson(context, reference); break;
        case Kind::review: break;
    }
    return 0;
}

}  // namespace

void declare_show(CLI::App& show, Actions& actions) {
    const auto options = std::make_shared<ShowOptions>();
    add_option(show, "REF", options->name,
               "a reference (N-…, N-…/2, N-…/2@3, R-…, P-…, L-…) or a pseudonym")
        .required();
    add_examples(show, "  scr show N-2026-0001/1\n  scr show \"Child J\" --format json");
    actions.add(show, [options](Context& context) { return run_show(*options, context); });
}

}  // namespace scr::cli
