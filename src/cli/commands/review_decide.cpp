#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/decide.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

struct DecideOptions {
    std::vector<std::string> cases;
    std::string meeting;
    std::string decided_on;
    std::string recommend;
    std::string decide;
    std::string determination;
    std::string reason_file;
    bool planned = false;
};

casework::DecideRequest request_from(const DecideOptions& options, const Context& context) {
    casework::DecideRequest request;
    request.cases = options.cases;
    request.meeting_on = context.date_option("--meeting", options.meeting);
    context.refuse_future("--meeting", request.meeting_on, options.planned);
    request.decided_on = options.decided_on.empty()
                             ? request.meeting_on
                             : context.date_option("--decided-on", options.decided_on);
    context.refuse_future("--decided-on", request.decided_on, options.planned);
    request.recommended = options.recommend;
    request.decided = options.decide;
    request.determination = options.determination;
    if (!options.reason_file.empty()) request.reasons = read_free_text(options.reason_file);
    return request;
}

/// An outcome's id beside its label.
std::string with_label(const casework::CaseDecision& entry, const std::string& outcome) {
    const auto& file = entry.criteria->criteria;
    const auto& determination =
        file.determinations[file.determination_of(entry.decision.determination).value()];
    const auto found = determination.outcome_of(outcome);
    return found ? fmt::format("{} ({})", outcome, determination.outcomes[*found].label) : outcome;
}

std::string machine_in_words(const casework::CaseDecision& entry) {
    const auto& machine = entry.machine;
    if (machine.possible.size() == 1) return with_label(entry, machine.outcome);
    return fmt::format("undetermined, still possible: {}", text::join(machine.possible, ", "));
}

std::string outcome_in_words(const casework::CaseDecision& entry) {
    if (entry.already) return "decided so already, nothing was added";
    if (!entry.supersedes) return "";
    return fmt::format("supersedes {}, decided on {}", entry.supersedes->decided,
                       record::to_text(entry.supersedes->decided_on));
}

std::string in_words(const casework::CaseDecision& entry) {
    const auto& decision = entry.decision;
    const auto& file = entry.criteria->criteria;
    std::string text =
        fmt::format("screening {}: {}\n", decision.screening, machine_in_words(entry));
    text +=
        fmt::format("recommended by {} on {}: {}\n", file.recommended_by,
                    record::to_text(decision.meeting_on), with_label(entry, decision.recommended));
    text += fmt::format("decided by {} on {}: {}", file.decided_by,
                        record::to_text(decision.decided_on), with_label(entry, decision.decided));
    if (entry.departs) text += "\ndeparts from the screening, with a reason";
    if (const auto outcome = outcome_in_words(entry); !outcome.empty()) text += '\n' + outcome;
    return text;
}

Section decisions_of(const casework::DecideResult& result) {
    Section section{"decisions",
                    "",
                    Section::Form::entries,
                    {{"case", "case"},
                     {"text", "decision"},
                     {"determination", ""},
                     {"meeting_on", ""},
                     {"recommended", ""},
                     {"decided_on", ""},
                     {"decided", ""},
                     {"screening", ""},
                     {"screening_outcome", ""},
                     {"screening_possible", ""},
                     {"departs", ""},
                     {"already", ""},
                     {"supersedes", ""}},
                    {},
                    ""};
    for (const auto& entry : result.cases) {
        const auto& decision = entry.decision;
        section.rows.push_back({decision.case_reference, in_words(entry), decision.determination,
                                date_cell(decision.meeting_on), decision.recommended,
                                date_cell(decision.decided_on), decision.decided,
                                decision.screening, entry.machine.outcome, entry.machine.possible,
                                entry.departs, entry.already,
                                entry.supersedes ? Cell(entry.supersedes->decided) : Cell()});
    }
    section.heading = text::counted(result.cases.size(), "decision");
    return section;
}

int run_decide(const DecideOptions& options, Context& context) {
    const auto request = request_from(options, context);
    auto& store = existing_store(context, {.planned = options.planned});
    const auto result =
        casework::decide(store, context.criteria_library(), request, context.act("review.decide"));
    if (!result.refusals.empty()) return refuse(context, result.refusals);
    context.print_as_of();
    Sheet("decisions", "").section(decisions_of(result)).print(context);
    for (const auto& entry : result.cases) {
        if (!entry.doubt.empty()) context.warn(entry.doubt);
    }
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_decide(CLI::App& review, Actions& actions) {
    auto& decide = add_subcommand(review, "decide",
                                  "recommendation and decision on a case, beside its screening");
    const auto options = std::make_shared<DecideOptions>();
    add_option(decide, "CASE", options->cases, "cases; a notification stands for all its children")
        .required();
    add_option(decide, "--meeting", options->meeting, "the day of the meeting")
        .type_name("DATE")
        .required();
    add_option(decide, "--recommend", options->recommend, "the outcome that the meeting recommends")
        .type_name("OUTCOME")
        .required();
    add_option(decide, "--decide", options->decide, "the outcome that was decided")
        .type_name("OUTCOME")
        .required();
    add_option(decide, "--reason-file", options->reason_file,
               "the reasons; needed where either differs from the screening (- is standard "
               "input)")
        .type_name("FILE");
    add_option(decide, "--decided-on", options->decided_on, "that of the meeting unless given")
        .type_name("DATE");
    add_option(decide, "--determination", options->determination,
               "the question decided, where several have these outcomes")
        .type_name("ID");
    add_flag(decide, "--planned", options->planned, "a date to come is meant");
    add_examples(
        decide,
        "  scr review decide N-2026-0001 --meeting 2026-03-12 --recommend scr_required \\\n"
        "      --decide scr_required --reason-file reasons.txt");
    actions.add(decide, [options](Context& context) { return run_decide(*options, context); });
}

}  // namespace scr::cli
