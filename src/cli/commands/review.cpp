#include "cli/commands/review.hpp"

#include "cli/commands/commands.hpp"
#include "cli/options.hpp"

namespace scr::cli {

void declare_review(CLI::App& review, Actions& actions) {
    add_examples(review,
                 "  scr review decide N-2026-0001/1 --meeting 2026-03-12 --recommend OUTCOME \\\n"
                 "      --decide OUTCOME --reason-file reasons.txt\n"
                 "  scr review open N-2026-0001/1 --kind KIND --pseudonym \"Child J\"\n"
                 "  scr review close R-2026-0001");
    declare_review_decide(review, actions);
    declare_review_weigh(review, actions);
    declare_review_open(review, actions);
    declare_review_lesson(review, actions);
    declare_review_close(review, actions);
    declare_review_done(review, actions);
}

}  // namespace scr::cli
