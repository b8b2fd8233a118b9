#include "cli/commands/list.hpp"

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

struct ListOptions {
    std::string kind;
};

struct Kind {
    const char* name;
    void (*print)(Context&);
};

constexpr Kind kinds[] = {
    {"notifications", list_notifications},
    {"cases", list_cases},
    {"screenings", list_screenings},
    {"reviews", list_reviews},
    {"lessons", list_lessons},
    {"publications", list_publications},
    {"deadlines", list_deadlines},
};

int run_list(const ListOptions& options, Context& context) {
    for (const auto& kind : kinds) {
        if (options.kind == kind.name) kind.print(context);
    }
    return 0;
}

}  // namespace

void declare_list(CLI::App& list, Actions& actions) {
    const auto options = std::make_shared<ListOptions>();
    std::vector<std::string> names;
    for (const auto& kind : kinds) names.emplace_back(kind.name);
    add_option(list, "KIND", options->kind, "what to list").required().one_of(names);
    add_examples(list, "  scr list cases\n  scr list deadlines --format csv");
    actions.add(list, [options](Context& context) { return run_list(*options, context); });
}

}  // namespace scr::cli
