#pragma once

#include <string>
#include <vector>

#include "cli/batch_options.hpp"
#include "scr/casework/looking_back.hpp"

namespace scr::cli {

/// Each thread has memory of its own; more than these gain nothing on any machine.
inline constexpr std::int64_t most_jobs = 256;

struct ScreenOptions {
    std::vector<std::string> cases;
    bool pending = false;
    TypedBatch from;
    bool blank_as_unknown = false;
    bool all_rows = false;
    bool no_header = false;
    std::int64_t jobs = 0;  ///< 0: as many as there are processors
    bool summary = false;
    bool sketch_map = false;
    bool explain = false;
    bool all_regimes = false;
    bool ask = false;
    std::string in_force;              ///< a day, as typed
    std::string known_at;              ///< a day, as typed
    std::vector<std::string> what_if;  ///< NAME=VALUE
    std::vector<std::string> fail_if;  ///< DETERMINATION=OUTCOME

    criteria::Blanks blanks() const {
        return blank_as_unknown ? criteria::Blanks::as_unknown : criteria::Blanks::take_default;
    }
};

/// The days that were typed. Throws Failure (refused) for what is no date, and for facts as they
/// will be known.
casework::LookingBack looking_back(const ScreenOptions&, const Context&);

/// `scr screen --from`: a filter, or with `--record` taking in and screening in one go.
int run_screen_files(ScreenOptions& options, Context& context);

/// `scr screen --from --sketch-map`: a draft of a map for the files; screens nothing.
int run_screen_sketch(const ScreenOptions& options, Context& context);

/// `scr screen CASE…` and `--pending`: screens stored cases and records the results.
int run_screen_cases(const ScreenOptions& options, Context& context);

/// `scr screen CASE… --what-if`: before and after; stores nothing.
int run_screen_what_if(const ScreenOptions& options, Context& context);

/// `--ask`: the open questions of stored cases, by how many each would settle; stores nothing.
int run_screen_ask(const ScreenOptions& options, Context& context);

/// `scr screen CASE… --all-regimes`: under every file in force; stores nothing.
int run_screen_all_regimes(const ScreenOptions& options, Context& context);

/// `scr screen --from --all-regimes`: the long form, a row for each question of each regime.
int run_screen_files_all_regimes(const ScreenOptions& options, Context& context);

}  // namespace scr::cli
