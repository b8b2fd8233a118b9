#include "scr/cli/run.hpp"

#include <unistd.h>

#include <ctime>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/context.hpp"
#include "cli/diagnostics.hpp"
#include "cli/process.hpp"

namespace scr::cli {
namespace {

/// Standard error that is closed or full is no reason to stop the work.
Output::Sink forgiving_sink(int descriptor) {
    return [sink = descriptor_sink(descriptor)](std::string_view bytes) {
        try {
            sink(bytes);
        } catch (const ReaderGone&) {
        } catch (const Failure&) {
        }
    };
}

bool wants_colour(const std::string& color, bool terminal, const Environment& environment) {
    if (color != "auto") return color == "always";
    return terminal && environment("TERM").value_or("dumb") != "dumb";
}

Appearance appearance_of(int descriptor, const std::string& color, const Environment& environment) {
    Appearance appearance;
    appearance.terminal = isatty(descriptor) != 0;
    appearance.colour = wants_colour(color, appearance.terminal, environment);
    appearance.accessible = environment("ACCESSIBLE") == "1";
    if (appearance.terminal) {
        appearance.width = terminal_width(descriptor, environment("COLUMNS").value_or(""));
    }
    return appearance;
}

/// Does the work and turns whatever it throws into text and exit status: the only place for it.
/// Results printed before a failure come before its message.
int guarded(Output& out, Output& err, const std::function<int()>& work) {
    const auto report = [&](const Failure& failure) {
        try {
            out.flush();
        } catch (const ReaderGone&) {
        } catch (const Failure&) {
        }
        print_block(err, render(failure));
        err.flush();
        return exit_status(failure);
    };
    try {
        const int status = work();
        out.finish();
        err.flush();
        return status;
    } catch (const ReaderGone&) {
        err.flush();
        return 0;
    } catch (const Failure& failure) {
        return report(failure);
    } catch (const std::exception& fault) {
        return report(unforeseen(fault.what()));
    }
}

int run_action(const Action& action, const Globals& globals, const Environment& environment) {
    take_memory_at_once();
    const Settings settings = load_settings(globals, environment);
    const std::string& color = settings.color.value;
    Output out(descriptor_sink(STDOUT_FILENO), appearance_of(STDOUT_FILENO, color, environment));
    Output err(forgiving_sink(STDERR_FILENO), appearance_of(STDERR_FILENO, color, environment));
    const bool input_is_terminal = isatty(STDIN_FILENO) != 0;
    return guarded(out, err, [&] {
        Context context(globals, settings, {environment, out, err, input_is_terminal, [] {
                                                return std::time(nullptr);
                                            }});
        return action(context);
    });
}

}  // namespace

int run(int argc, char** argv) {
    harden_process();
    const Environment environment = process_environment();
    // Until the configuration is read, colour follows the environment alone.
    const std::string color = environment("NO_COLOR") ? "never" : "auto";
    Output out(descriptor_sink(STDOUT_FILENO), {});
    Output err(forgiving_sink(STDERR_FILENO), appearance_of(STDERR_FILENO, color, environment));
    return guarded(out, err, [&] {
        Globals globals;
        Actions actions;
        const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
        const Request request = read_command_line(globals, actions, arguments);
        if (request.action) return run_action(request.action, globals, environment);
        out.put(request.text);
        return 0;
    });
}

}  // namespace scr::cli
