#pragma once

#include <set>
#include <string>

#include "scr/casework/notify_interview.hpp"

/// How the interview of `scr notify` reads on a stream; nothing is decided here.
namespace scr::cli {

class Output;

void print_step(Output&, casework::NotifyInterview&, const casework::InterviewStep&);
void print_step_note(Output&, casework::NotifyInterview&, const casework::InterviewStep&);
/// Without the colon.
std::string prompt_of(const casework::InterviewStep&);

/// The determinations whose outcome stands; none before the first question.
std::set<std::size_t> settled_determinations(casework::NotifyInterview&);
/// That the outcome stands, after how many questions.
void print_settled(Output&, casework::NotifyInterview&, std::size_t determination);

/// The whole record before it is confirmed: outcomes, lines of the form, answers, and what stays
/// blank.
void print_summary(Output&, casework::NotifyInterview&);

}  // namespace scr::cli
