#pragma once

#include "cli/actions.hpp"

/// The steps of `scr review`, one file each.
namespace scr::cli {

void declare_review_decide(CLI::App& review, Actions&);
void declare_review_weigh(CLI::App& review, Actions&);
void declare_review_open(CLI::App& review, Actions&);
void declare_review_lesson(CLI::App& review, Actions&);
void declare_review_close(CLI::App& review, Actions&);
void declare_review_done(CLI::App& review, Actions&);

}  // namespace scr::cli
