#include "cli/commands/publish.hpp"

#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/publish.hpp"
#include "scr/documents/report_reader.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

casework::PublishRequest request_from(const PublishOptions& options, const Context& context) {
    casework::PublishRequest request;
    request.review = options.review;
    request.file_name = std::filesystem::path(options.file).filename();
    request.bytes = read_file(options.file, documents::largest_report);
    request.title = options.title;
    request.published_on = options.published_on.empty()
                               ? context.today()
                               : context.date_option("--published-on", options.published_on);
    request.day_named = !options.published_on.empty();
    context.refuse_future("--published-on", request.published_on, options.planned);
    return request;
}

void warn_without_name(Context& context, const casework::ReportCheck& check) {
    if (check.name_recorded) return;
    context.warn("no name of a child is recorded: there was nothing of that kind to look for", "",
                 fmt::format("scr notify identities {} --from FILE", check.review.cases.front()));
}

std::string check_in_words(const casework::ReportCheck& check) {
    return fmt::format("none of {} was found",
                       text::counted(check.identities, "identity", "identities"));
}

/// `title` is the first line for people.
Sheet sheet_of(const casework::ReportCheck& check, const std::string& title) {
    const auto& publication = check.publication;
    Sheet sheet("publication", title);
    sheet.field("review", "review", check.review.reference)
        .field("pseudonym", "pseudonym", publication.pseudonym)
        .field("title", "title", publication.title)
        .field("published_on", "published on", date_cell(publication.published_on))
        .field("last_day", "last day", date_cell(publication.last_day))
        .field("format", "", check.report.format)
        .field("digest", "SHA-256", publication.report_digest)
        .field("identities_checked", "", static_cast<std::int64_t>(check.identities))
        .field("allowed", "", check.allowed())
        .field("leak_check", "leak check", check_in_words(check));
    return sheet;
}

/// For scripts: what was found, which people read as blocks on standard error.
void print_findings(Context& context, const casework::ReportCheck& check) {
    if (context.format() != Format::json) return;
    Section section{"findings", "", Section::Form::table, {}, {}, ""};
    section.columns = {{"label", ""}, {"case", ""}, {"where", ""}, {"context", ""}};
    for (const auto& leak : check.leaks) {
        section.rows.push_back({leak.label, leak.case_reference, leak.where, leak.masked_context});
    }
    Sheet("leak_check", "")
        .field("review", "", check.review.reference)
        .field("allowed", "", false)
        .section(std::move(section))
        .print(context);
}

int refuse_check(Context& context, const casework::ReportCheck& check) {
    print_findings(context, check);
    std::vector<record::Refusal> refusals;
    if (check.refusal) refusals.push_back(*check.refusal);
    if (!check.leaks.empty()) {
        refuse_leaks(context, check.leaks, "the report must not hold them, and nothing was stored");
    }
    return refuse(context, refusals);
}

int print_already(Context& context, const record::Publication& publication, bool site_changed) {
    const bool up = publication.state == record::PublicationState::published;
    Sheet("publication",
          publication.reference + (up ? " is published already with this report, nothing was added"
                                      : " was this report and its time is over, nothing was added"))
        .field("reference", "", publication.reference)
        .field("already", "", true)
        .field("last_day", "last day", date_cell(publication.last_day))
        .field("site", "site",
               std::string(site_changed ? "made again from the store" : "as the store has it"))
        .print(context);
    return 0;
}

void print_published(Context& context, const casework::ReportCheck& check) {
    const auto& publication = check.publication;
    const auto page = context.site().folder() / publication::page_name(publication.reference);
    context.print_as_of();
    sheet_of(check, fmt::format("{} published", publication.reference))
        .field("reference", "", publication.reference)
        .field("page", "page", page.string())
        .field("already", "", false)
        .print(context);
    if (publication.last_day < context.today()) {
        context.out().flush();
        context.notice("its time was over before today: scr expire takes it down");
    }
}

void require_arguments(const PublishOptions& options) {
    if (!options.review.empty() && !options.file.empty()) return;
    throw Failure(FailureKind::usage,
                  fmt::format("`{}` is missing", options.review.empty() ? "REVIEW" : "FILE"), "",
                  "scr publish takes a review and the file of its report", "scr publish --help");
}

int run_publish(const PublishOptions& options, Context& context) {
    require_arguments(options);
    const auto request = request_from(options, context);
    auto& library = context.criteria_library();
    const auto reader = report_reader();
    auto& store = options.check ? context.store_for_reading()
                                : existing_store(context, {.planned = options.planned});
    if (!options.check) check_site(context, store, options.older_store);

    const auto check = casework::check_report(store, library, reader, context.calendar(), request);
    warn_without_name(context, check);
    if (!check.doubt.empty()) context.warn(check.doubt);
    if (!check.allowed()) return refuse_check(context, check);
    if (options.check) {
        sheet_of(check, fmt::format("{} may be published", check.review.reference)).print(context);
        return 0;
    }
    if (check.already) {
        return print_already(context, *check.already, update_site(context, store));
    }
    const auto& reference = check.review.reference;
    confirm(context, reference, options.confirm,
            fmt::format("the report of {}, \"{}\" ({}), goes on the web until at least {}",
                        reference, check.review.pseudonym, check_in_words(check),
                        record::to_text(check.publication.last_day)));
    const auto done = casework::publish(store, library, reader, context.calendar(), request,
                                        context.act("publish"));
    if (!done.allowed()) return refuse_check(context, done);
    if (done.already) return print_already(context, *done.already, update_site(context, store));
    update_site_after(context, store, done.publication.reference + " is recorded");
    print_published(context, done);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void refuse_options_of(const CLI::App& publish) {
    const std::string given = given_option(publish);
    if (given.empty()) return;
    throw Failure(FailureKind::usage,
                  fmt::format("`{}` belongs to `scr publish REVIEW FILE`", given), "", "",
                  "scr publish --help");
}

void declare_publish(CLI::App& publish, Actions& actions) {
    const auto options = std::make_shared<PublishOptions>();
    add_option(publish, "REVIEW", options->review, "the review, by reference or pseudonym");
    add_option(publish, "FILE", options->file, "its report: Markdown, or plain text (.txt)");
    add_option(publish, "--title", options->title, "the report's own heading unless given")
        .type_name("TEXT");
    add_option(publish, "--published-on", options->published_on,
               "public since that day; today unless given")
        .type_name("DATE");
    add_flag(publish, "--check", options->check, "only look for identities in the report");
    add_option(publish, "--confirm", options->confirm,
               "the review's reference, instead of typing it when asked")
        .type_name("REVIEW");
    add_flag(publish, "--planned", options->planned, "a date to come is meant");
    declare_older_store(publish, options->older_store, true);
    add_examples(publish,
                 "  scr publish R-2026-0001 report.md --check\n"
                 "  scr publish R-2026-0001 report.md --confirm R-2026-0001\n"
                 "  scr publish withdraw P-2026-0001 --reason \"court order\"");
    declare_publish_withdraw(publish, actions);
    declare_publish_rebuild(publish, actions);
    actions.add(publish, [options](Context& context) { return run_publish(*options, context); });
}

}  // namespace scr::cli
