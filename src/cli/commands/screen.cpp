#include "cli/commands/screen.hpp"

#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"

namespace scr::cli {
namespace {

[[noreturn]] void refuse(const std::string& text, const std::string& note,
                         const std::string& help) {
    throw Failure(FailureKind::usage, text, "", note, help);
}

void check(const ScreenOptions& options) {
    const auto& batch = options.from.batch;
    const bool files = !batch.input.files.empty();
    const int ways = (files ? 1 : 0) + (options.cases.empty() ? 0 : 1) + (options.pending ? 1 : 0);
    if (ways == 0) {
        refuse("there is nothing to screen", "what is screened is stored cases or a file",
               "scr screen N-2026-0001, scr screen --pending or scr screen --from FILE");
    }
    if (ways > 1) {
        refuse("CASE, `--pending` and `--from` exclude each other", "", "name one of them");
    }
    const bool for_files = batch.record || batch.all_or_nothing || batch.in_force_only ||
                           options.all_rows || !batch.input.keep.empty() ||
                           !batch.rejects.empty() || options.no_header ||
                           batch.input.ignore_extra || options.from.max_rejects != 0 ||
                           options.jobs != 0 || options.summary || !batch.input.header.empty() ||
                           !batch.input.map.empty() || options.sketch_map;
    if (!files && for_files) {
        refuse("an option for files is given without a file", "", "add --from FILE");
    }
    if (files && (options.explain || !options.what_if.empty())) {
        refuse(
            options.explain ? "`--explain` is for stored cases" : "`--what-if` is for stored cases",
            "a file of at most three records is shown a page each", "leave it out");
    }
    if (options.pending && !options.what_if.empty()) {
        refuse("`--what-if` and `--pending` exclude each other", "", "name the cases");
    }
    if (options.summary && (!batch.input.keep.empty() || options.all_rows || options.no_header)) {
        refuse("`--summary` writes no rows", "it says what the whole comes to",
               "leave --keep, --all-rows and --no-header out");
    }
    if (batch.all_or_nothing && !batch.record) {
        refuse("`--all-or-nothing` needs `--record`", "without it nothing is stored",
               "add --record");
    }
    if (batch.planned && files && !batch.record) {
        refuse("`--planned` needs `--record`", "a filter takes any date", "leave --planned out");
    }
}

void check_all_regimes(const ScreenOptions& options, const Context& context) {
    if (!options.all_regimes) return;
    if (options.explain || options.ask || !options.what_if.empty() || !options.fail_if.empty() ||
        !options.in_force.empty() || !options.known_at.empty() || options.from.batch.record ||
        options.from.batch.in_force_only || options.summary || options.jobs != 0 ||
        !options.from.batch.input.keep.empty() || !context.globals().criteria.empty()) {
        refuse("`--all-regimes` only looks", "it shows every criteria file side by side",
               "leave the other options out");
    }
}

void check_sketch(const ScreenOptions& options) {
    if (!options.sketch_map) return;
    const auto& batch = options.from.batch;
    if (batch.record || batch.in_force_only || batch.all_or_nothing || batch.planned ||
        batch.input.ignore_extra || !batch.input.keep.empty() || !batch.input.map.empty() ||
        !batch.rejects.empty() || options.from.max_rejects != 0 || options.all_rows ||
        options.no_header || options.summary || options.jobs != 0 || options.all_regimes ||
        options.blank_as_unknown || !options.fail_if.empty()) {
        refuse("`--sketch-map` only drafts a map", "it screens nothing",
               "leave out all but --from, --delimiter, --header and --criteria");
    }
}

void check_asking(const ScreenOptions& options) {
    if (!options.ask) return;
    if (!options.from.batch.input.files.empty()) {
        refuse("`--ask` is for stored cases", "", "take the file in with --record first");
    }
    if (options.explain || !options.what_if.empty() || !options.fail_if.empty() ||
        !options.in_force.empty() || !options.known_at.empty()) {
        refuse("`--ask` only asks", "it screens nothing for the record",
               "leave out --explain, --what-if, --fail-if, --in-force and --known-at");
    }
}

void check_looking_back(const ScreenOptions& options, const Context& context) {
    if (options.in_force.empty() && options.known_at.empty()) return;
    const char* name = options.in_force.empty() ? "--known-at" : "--in-force";
    if (options.cases.empty()) {
        refuse(fmt::format("`{}` looks back at single cases", name), "nothing of it is stored",
               "name the cases");
    }
    if (!options.in_force.empty() && !context.globals().criteria.empty()) {
        refuse("`--in-force` and `--criteria` exclude each other", "each says under which file",
               "leave one of them out");
    }
}

int run_screen(ScreenOptions& options, Context& context) {
    check(options);
    check_asking(options);
    check_all_regimes(options, context);
    check_looking_back(options, context);
    check_sketch(options);
    if (options.sketch_map) return run_screen_sketch(options, context);
    if (options.ask) return run_screen_ask(options, context);
    if (options.all_regimes) {
        return options.from.batch.input.files.empty()
                   ? run_screen_all_regimes(options, context)
                   : run_screen_files_all_regimes(options, context);
    }
    if (!options.what_if.empty()) return run_screen_what_if(options, context);
    return options.from.batch.input.files.empty() ? run_screen_cases(options, context)
                                                  : run_screen_files(options, context);
}

void declare_file_options(CLI::App& screen, ScreenOptions& options) {
    auto& batch = options.from.batch;
    declare_batch(screen, options.from, "a file of CSV or NDJSON; - is standard input");
    add_flag(screen, "--record", batch.record, "take the records in and store their screenings");
    add_option(screen, "--keep", batch.input.keep, "columns passed through unchanged")
        .type_name("COLUMN")
        .delimiter(',');
    add_flag(screen, "--sketch-map", options.sketch_map,
             "draft a map for a file in another's names; screens nothing");
    add_flag(screen, "--all-rows", options.all_rows, "a row for each refused record as well");
    add_flag(screen, "--no-header", options.no_header, "CSV without its header");
    add_flag(screen, "--summary", options.summary, "what the file comes to, in place of its rows");
    add_option(screen, "--jobs", options.jobs, "threads of a filter; one a processor unless given")
        .whole_number(1, most_jobs);
    add_flag(screen, "--in-force-only", batch.in_force_only,
             "refuse a record of a day on which the criteria are not in force");
}

}  // namespace

casework::LookingBack looking_back(const ScreenOptions& options, const Context& context) {
    casework::LookingBack back;
    if (!options.in_force.empty()) {
        back.in_force_on = context.date_option("--in-force", options.in_force);
    }
    if (!options.known_at.empty()) {
        back.known_at = context.date_option("--known-at", options.known_at);
        if (*back.known_at > context.real_today()) {
            throw Failure(
                FailureKind::refused,
                fmt::format("`--known-at {}` lies in the future", record::to_text(*back.known_at)),
                "", "nobody knows yet what will be recorded by then",
                "leave --known-at out for what is known today");
        }
        back.known_before = end_of_day_in_london(*back.known_at);
    }
    return back;
}

void declare_screen(CLI::App& screen, Actions& actions) {
    add_examples(
        screen,
        "  scr screen N-2026-0001\n"
        "  scr screen N-2026-0001/1 --what-if setting=remand\n"
        "  scr screen N-2026-0001/1 --in-force 2018-05-03 --known-at 2026-05-03\n"
        "  scr screen --pending\n"
        "  scr screen --pending --ask\n"
        "  scr screen N-2026-0001 --all-regimes\n"
        "  scr screen --from notifications.csv --format csv --rejects bad.ndjson > outcomes.csv\n"
        "  scr screen --from history.csv --sketch-map > history.toml\n"
        "  scr screen --from history.csv --map history.toml --summary");
    const auto options = std::make_shared<ScreenOptions>();
    add_option(screen, "CASE", options->cases,
               "stored cases; a notification stands for its children");
    add_flag(screen, "--pending", options->pending, "all cases whose facts are not screened yet");
    add_flag(screen, "--ask", options->ask,
             "the open questions, by how many of the cases each would settle; stores nothing");
    add_flag(screen, "--all-regimes", options->all_regimes,
             "under every criteria file in force on the case's dates; stores nothing");
    add_flag(screen, "--explain", options->explain,
             "what forces the outcome, how each condition stands, what would settle it");
    add_option(screen, "--what-if", options->what_if,
               "the same case with another answer, `unknown` or nothing; stores nothing")
        .type_name("NAME=VALUE");
    add_option(screen, "--in-force", options->in_force,
               "under the criteria in force on that day; stores nothing")
        .type_name("DATE");
    add_option(screen, "--known-at", options->known_at,
               "with the facts recorded by the end of that day; stores nothing")
        .type_name("DATE");
    declare_file_options(screen, *options);
    add_flag(screen, "--blank-as-unknown", options->blank_as_unknown,
             "read every blank as a written unknown");
    add_option(screen, "--fail-if", options->fail_if,
               "end with status 1 when any result has this outcome")
        .type_name("DETERMINATION=OUTCOME");
    actions.add(screen, [options](Context& context) { return run_screen(*options, context); });
}

}  // namespace scr::cli
