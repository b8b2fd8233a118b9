#pragma once

#include <string>

namespace scr::cli {

/// The global options as they were typed; blank where absent. Context resolves them against the
/// environment and the configuration.
struct Globals {
    std::string store;
    std::string config;
    std::string criteria;
    std::string as_of;
    std::string by;
    std::string format = "text";
    std::string color;
    bool no_input = false;
    bool dry_run = false;
    bool quiet = false;
};

enum class Format { text, json, csv, ndjson };

}  // namespace scr::cli
