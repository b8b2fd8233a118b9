#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/weigh.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct WeighOptions {
    std::string cases;
    std::string factor;
    std::string answer;
    std::string reason_file;
    std::string meeting;
    bool planned = false;
};

casework::WeighRequest request_from(const WeighOptions& options, const Context& context) {
    casework::WeighRequest request;
    request.cases = options.cases;
    request.factor = options.factor;
    request.answer = options.answer;
    request.today = context.today();
    if (!options.meeting.empty()) {
        request.meeting_on = context.date_option("--meeting", options.meeting);
        context.refuse_future("--meeting", *request.meeting_on, options.planned);
    }
    request.reason = read_free_text(options.reason_file);
    return request;
}

std::string weighing_in_words(const casework::CaseWeighing& entry) {
    const auto& weighing = entry.weighing;
    std::string text = fmt::format("{}\n{}, weighed on {}\n{}", entry.text, weighing.answer,
                                   record::to_text(weighing.weighed_on), weighing.reason);
    if (entry.already) return text + "\nweighed so already, nothing was added";
    if (entry.supersedes)
        text += fmt::format("\nsupersedes {}, weighed on {}", entry.supersedes->answer,
                            record::to_text(entry.supersedes->weighed_on));
    return text;
}

Section weighings_of(const casework::WeighResult& result) {
    const auto& first = result.cases.front().weighing;
    Section section{"weighings",
                    fmt::format("{} of {}", first.factor, first.checklist),
                    Section::Form::entries,
                    {{"case", "case"},
                     {"text", "weighing"},
                     {"checklist", ""},
                     {"factor", ""},
                     {"answer", ""},
                     {"reason", ""},
                     {"weighed_on", ""},
                     {"already", ""},
                     {"supersedes", ""}},
                    {},
                    ""};
    for (const auto& entry : result.cases) {
        const auto& weighing = entry.weighing;
        section.rows.push_back({weighing.case_reference, weighing_in_words(entry),
                                weighing.checklist, weighing.factor, weighing.answer,
                                weighing.reason, date_cell(weighing.weighed_on), entry.already,
                                entry.supersedes ? Cell(entry.supersedes->answer) : Cell()});
    }
    return section;
}

int run_weigh(const WeighOptions& options, Context& context) {
    const auto request = request_from(options, context);
    auto& store = existing_store(context, {.planned = options.planned});
    const auto result =
        casework::weigh(store, context.criteria_library(), request, context.act("review.weigh"));
    if (!result.refusals.empty()) return refuse(context, result.refusals);
    context.print_as_of();
    Sheet("weighings", "").section(weighings_of(result)).print(context);
    for (const auto& entry : result.cases) {
        if (!entry.doubt.empty()) context.warn(entry.doubt);
    }
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_weigh(CLI::App& review, Actions& actions) {
    auto& weigh =
        add_subcommand(review, "weigh", "an answer and a reason for a factor of a checklist");
    const auto options = std::make_shared<WeighOptions>();
    add_option(weigh, "CASE", options->cases, "a case; a notification stands for all its children")
        .required();
    add_option(weigh, "FACTOR", options->factor,
               "a factor of the criteria file; CHECKLIST.FACTOR where several have that name")
        .required();
    add_option(weigh, "--answer", options->answer, "one of the checklist's answers")
        .type_name("WORD")
        .required();
    add_option(weigh, "--reason-file", options->reason_file,
               "why it is answered so (- is standard input)")
        .type_name("FILE")
        .required();
    add_option(weigh, "--meeting", options->meeting,
               "the day of the meeting that weighed it; today unless given")
        .type_name("DATE");
    add_flag(weigh, "--planned", options->planned, "a date to come is meant");
    add_examples(weigh,
                 "  scr review weigh N-2026-0001/1 improvements --answer yes \\\n"
                 "      --reason-file reason.txt --meeting 2026-03-12");
    actions.add(weigh, [options](Context& context) { return run_weigh(*options, context); });
}

}  // namespace scr::cli
