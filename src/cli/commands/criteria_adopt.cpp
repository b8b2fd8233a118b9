#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/adoption.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/findings.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::AdoptionStanding;

constexpr std::size_t shown_digest = 12;

struct AdoptOptions {
    std::string file;  ///< a file or an id
    std::string meeting;
    std::string reason;
    bool planned = false;
};

std::string adopt_title(const casework::LoadedCriteria& criteria,
                        const casework::AdoptResult& result) {
    const auto& id = criteria.criteria.id;
    if (!result.already) return fmt::format("{} is adopted", id);
    return fmt::format("{} {}: nothing was added", id,
                       result.standing.ground == AdoptionStanding::Ground::shipped
                           ? "is shipped with the program, and so adopted"
                           : "was adopted before");
}

void print_adoption(Context& context, const casework::LoadedCriteria& criteria,
                    const casework::AdoptResult& result) {
    const auto& adoption = result.standing.adoption;
    Sheet(result.already ? "already_adopted" : "adopted", adopt_title(criteria, result))
        .field("id", "", criteria.criteria.id)
        .field("title", "title", criteria.criteria.title)
        .field("digest", "text SHA-256", criteria.digest)
        .field("meeting", "meeting", adoption ? date_cell(adoption->meeting_on) : Cell())
        .field("reason", "reason", adoption ? Cell(adoption->reason) : Cell())
        .field("adopted_at", "", adoption ? Cell(adoption->adopted_at) : Cell())
        .field("adopted_by", "by",
               adoption ? Cell(adoption->adopted_by) : Cell(std::string("shipped")))
        .print(context);
}

/// One of the folders or the program may have another text under the same id, which then counts.
void say_what_id_names(Context& context, const casework::LoadedCriteria& adopted) {
    const auto& id = adopted.criteria.id;
    const auto named = context.criteria_library().by_name(id);
    if (named->digest == adopted.digest) return;
    context.notice(fmt::format("`{}` still names {}; the adopted text is called digest:{}", id,
                               named->name, adopted.digest.substr(0, shown_digest)));
}

/// Whether a text that is not true to itself is adopted is for the meeting to judge; it is told.
void say_what_fails(Context& context, const casework::LoadedCriteria& adopted,
                    const criteria::Screener& screener) {
    const auto& criteria = adopted.criteria;
    const auto examples = criteria::run_examples(criteria, screener).size();
    std::size_t claims = 0;
    try {
        claims = criteria::check_claims(criteria).size();
    } catch (const Failure& failure) {
        context.warn("the claims of this text were not checked", failure.what());
    }
    if (examples + claims == 0) return;
    context.warn(fmt::format("{} and {} of this text fail", text::counted(examples, "example"),
                             text::counted(claims, "claim")),
                 "it is adopted all the same", "scr criteria check " + adopted.name);
}

/// Cases of days on which two files of one kind are in force are screened under neither.
void say_what_overlaps(Context& context, const casework::LoadedCriteria& adopted) {
    for (const auto& finding :
         criteria::check_period(adopted.criteria, context.criteria_library().heads())) {
        if (finding.kind != criteria::FindingKind::overlapping_files) continue;
        context.warn(finding.diagnostic.message,
                     "a case of those days is screened only where a file is named: --criteria ID",
                     finding.diagnostic.help);
    }
}

int run_adopt(const AdoptOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    const std::string reason(text::trim(options.reason));
    if (reason.empty()) {
        throw Failure(FailureKind::usage, "the reason is blank", "",
                      "an adoption says why, for whoever reads the record later",
                      "--reason \"the partnership's own threshold\"");
    }
    const auto meeting = context.date_option("--meeting", options.meeting);
    context.refuse_future("--meeting", meeting, options.planned);
    const auto criteria = context.criteria_called(options.file);
    // One that cannot be compiled is refused before it is in the record.
    const criteria::Screener screener(criteria->criteria);
    const auto result = casework::adopt(context.store_for_writing({.planned = options.planned}),
                                        context.criteria_library(), *criteria, meeting, reason,
                                        context.act("criteria.adopt", criteria->criteria.id));
    print_adoption(context, *criteria, result);
    say_what_id_names(context, *criteria);
    if (!result.already) {
        say_what_fails(context, *criteria, screener);
        say_what_overlaps(context, *criteria);
    }
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_criteria_adopt(CLI::App& criteria, Actions& actions) {
    auto& adopt = add_subcommand(criteria, "adopt", "record that a meeting took a file as its own");
    const auto options = std::make_shared<AdoptOptions>();
    add_option(adopt, "FILE|ID", options->file, "the criteria file").required();
    add_option(adopt, "--meeting", options->meeting, "the day of the meeting")
        .type_name("DATE")
        .required();
    add_option(adopt, "--reason", options->reason, "why, as minuted").type_name("TEXT").required();
    add_flag(adopt, "--planned", options->planned, "a meeting in the future is meant");
    add_examples(adopt,
                 "  scr criteria adopt ./mine.toml --meeting 2026-11-09 --reason \"item 4\"");
    actions.add(adopt, [options](Context& context) { return run_adopt(*options, context); });
}

}  // namespace scr::cli
