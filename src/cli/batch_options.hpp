#pragma once

#include "cli/batch_run.hpp"

namespace CLI {
class App;
}

namespace scr::cli {

/// What is typed for a batch, before it is checked.
struct TypedBatch {
    BatchOptions batch;
    std::int64_t max_rejects = 0;
};

/// Declares the options that `notify --from` and `screen --from` share. `options` must outlive the
/// parser.
void declare_batch(CLI::App& command, TypedBatch& options, const char* from_text);

}  // namespace scr::cli
