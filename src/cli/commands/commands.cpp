#include "cli/commands/commands.hpp"

#include <array>

#include "cli/commands/attention.hpp"
#include "cli/options.hpp"

namespace scr::cli {

std::span<const Command> commands() {
    static constexpr std::array table{
        Command{"notify", "record a notification, or many from a file", declare_notify},
        Command{"screen", "screen cases or a file against the criteria", declare_screen},
        Command{"review", "the decision, the review and its lessons", declare_review},
        Command{"publish", "check a report for leaks and publish it", declare_publish},
        Command{"expire", "take down what is past its last day", declare_expire},
        Command{"show", "one record, by its reference", declare_show},
        Command{"list", "records of one kind", declare_list},
        Command{"criteria", "the rules themselves: list, show, check, test, diff",
                declare_criteria},
        Command{"audit", "the log of the record: log, verify, head", declare_audit},
        Command{"store", "the file of the record: init, path, check", declare_store},
        Command{"config", "the settings and where each comes from", declare_config},
        Command{"help", "the manual page of a command", declare_help},
    };
    return table;
}

int run_without_command(Context& context) {
    return run_attention(context);
}

}  // namespace scr::cli
