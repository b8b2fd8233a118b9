#include "cli/batch_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/option_values.hpp"

namespace scr::cli {

void declare_batch(CLI::App& command, TypedBatch& options, const char* from_text) {
    auto& batch = options.batch;
    command.add_option("--from", batch.input.files, from_text)->type_name("FILE|-");
    command.add_option("--rejects", batch.rejects, "all refused records, as NDJSON")
        ->type_name("FILE");
    whole_number(command.add_option("--max-rejects", options.max_rejects,
                                    "forgive up to N refused records"));
    command.add_flag("--all-or-nothing", batch.all_or_nothing,
                     "store every record or, when one is refused, none");
    command.add_flag("--ignore-extra", batch.input.ignore_extra, "pass over unknown columns");
    command
        .add_option("--delimiter", batch.input.delimiter,
                    "what separates the fields of CSV; a comma unless given")
        ->type_name("C");
    command.add_flag("--planned", batch.planned, "dates in the future are meant");
}

}  // namespace scr::cli
