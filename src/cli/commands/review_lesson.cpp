#include <fmt/format.h>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/review.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "cli/sheet.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/review.hpp"

namespace scr::cli {
namespace {

struct LessonOptions {
    std::string review;
    std::string tier;
    std::string text_file;
};

int run_lesson(const LessonOptions& options, Context& context) {
    record::Lesson lesson;
    lesson.tier = options.tier;
    lesson.text = read_free_text(options.text_file);
    auto& store = existing_store(context, {});
    lesson.review = casework::review_named(store, options.review).reference;
    const auto result = casework::add_lesson(store, context.criteria_library(), lesson,
                                             context.act("review.lesson", lesson.review));
    if (result.refusal) return refuse(context, {*result.refusal});
    Sheet("lesson",
          fmt::format("{} {}", result.lesson.reference,
                      result.already ? "is recorded already, nothing was added" : "recorded"))
        .field("reference", "", result.lesson.reference)
        .field("review", "review", result.lesson.review)
        .field("tier", "tier", result.lesson.tier)
        .field("text", "text", result.lesson.text)
        .field("already", "", result.already)
        .print(context);
    notice_dry_run(context);
    return 0;
}

}  // namespace

void declare_review_lesson(CLI::App& review, Actions& actions) {
    auto& lesson = add_subcommand(review, "lesson", "a lesson of a review, on one of three tiers");
    const auto options = std::make_shared<LessonOptions>();
    add_option(lesson, "REVIEW", options->review, "the review, by reference or pseudonym")
        .required();
    add_option(lesson, "--tier", options->tier, "who learns it")
        .required()
        .one_of(casework::lesson_tiers());
    add_option(lesson, "--text-file", options->text_file, "the lesson (- is standard input)")
        .type_name("FILE")
        .required();
    add_examples(lesson, "  scr review lesson R-2026-0001 --tier local --text-file lesson.txt");
    actions.add(lesson, [options](Context& context) { return run_lesson(*options, context); });
}

}  // namespace scr::cli
