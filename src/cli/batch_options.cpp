#include "cli/batch_options.hpp"

#include "cli/options.hpp"

namespace scr::cli {

void declare_batch(CLI::App& command, TypedBatch& options, const char* from_text) {
    auto& batch = options.batch;
    add_option(command, "--from", batch.input.files, from_text).type_name("FILE|-");
    add_option(command, "--map", batch.input.map,
               "what the columns and codes of another's files mean: see scr-map(5)")
        .type_name("FILE");
    add_option(command, "--rejects", batch.rejects, "all refused records, as NDJSON")
        .type_name("FILE");
    add_option(command, "--max-rejects", options.max_rejects, "forgive up to N refused records")
        .whole_number();
    add_flag(command, "--all-or-nothing", batch.all_or_nothing,
             "store every record or, when one is refused, none");
    add_flag(command, "--ignore-extra", batch.input.ignore_extra, "pass over unknown columns");
    add_option(command, "--delimiter", batch.input.delimiter,
               "what separates the fields of CSV; a comma unless given")
        .type_name("C");
    add_option(command, "--header", batch.input.header,
               "the columns of CSV without a header: their names, or a file that begins with them")
        .type_name("FILE|NAMES")
        .filled();
    add_flag(command, "--planned", batch.planned, "dates in the future are meant");
}

}  // namespace scr::cli
