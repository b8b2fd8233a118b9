#include "cli/commands/criteria_diff.hpp"

#include <memory>

#include "cli/actions.hpp"
#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

struct DiffOptions {
    std::string first;
    std::string second;
    bool on_records = false;
};

int run_criteria_diff(const DiffOptions& options, Context& context) {
    const Format format = context.format_among({Format::text, Format::json});
    DiffReport report;
    report.first = context.criteria_called(options.first);
    report.second = context.criteria_called(options.second);
    report.difference = criteria::compare(report.first->criteria, report.second->criteria);
    report.on_records = options.on_records;
    if (options.on_records) report.records = differences_on_records(report, context);
    if (format == Format::json) {
        context.out().json_line(diff_json(report));
    } else {
        print_diff_text(report, context);
    }
    return report.difference.any() ? 1 : 0;
}

}  // namespace

void declare_criteria_diff(CLI::App& criteria, Actions& actions) {
    auto& command =
        add_subcommand(criteria, "diff", "what parts two files: facts, outcomes, stored cases");
    const auto options = std::make_shared<DiffOptions>();
    add_option(command, "A", options->first, "a criteria file, by name or id").required();
    add_option(command, "B", options->second, "the one to compare it with").required();
    add_flag(command, "--on-records", options->on_records,
             "list the stored cases whose outcomes differ");
    add_examples(command,
                 "  scr criteria diff scr-2015 ./mine.toml\n"
                 "  scr criteria diff scr-2015 ./mine.toml --on-records");
    actions.add(command,
                [options](Context& context) { return run_criteria_diff(*options, context); });
}

}  // namespace scr::cli
