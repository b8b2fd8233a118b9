#pragma once

namespace scr::cli {

class Context;

/// What needs somebody today: what `scr` alone does. Without a store it says how to begin.
int run_attention(Context&);

}  // namespace scr::cli
