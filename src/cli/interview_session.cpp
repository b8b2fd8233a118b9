#include "cli/interview_session.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/damaged_drafts.hpp"
#include "cli/interview_text.hpp"
#include "cli/question_text.hpp"
#include "cli/sheet.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {

using casework::InterviewStep;
using casework::NotifyInterview;
using Kind = InterviewStep::Kind;

std::string InterviewSession::line(const std::string& prompt) {
    context_.err().put(prompt + ": ").flush();
    auto typed = lines_.next();
    if (!typed) throw NobodyThere{};
    return *typed;
}

void InterviewSession::say(const std::string& text) {
    print_paragraph(context_.err(), text, 0);
}

std::filesystem::path InterviewSession::folder() const {
    return state_folder(context_.environment()) / "drafts";
}

void InterviewSession::offer_drafts(const std::function<bool(const Options&)>& fits) {
    for (const auto& damaged : set_damaged_aside(folder(), command_))
        context_.warn(in_words(damaged));
    for (auto& draft : Draft::waiting(folder(), command_)) {
        if (!fits(draft->content().options) || !is_taken_up(*draft)) continue;
        draft_ = std::move(draft);
        return;
    }
}

bool InterviewSession::is_taken_up(Draft& draft) {
    const auto day = record::to_text(date_in_london(draft.written()));
    const auto count = NotifyInterview::count(draft.content().entries);
    print_asked(context_.err(),
                fmt::format("A draft of {} with {} is kept. Go on with it?", day,
                            text::counted(count, "answer")),
                {"a) yes", "b) no, and keep it", "c) no, and throw it away"});
    while (true) {
        const auto word = text::to_lower(text::trim(line("answer")));
        if (word == "a" || word == "1" || word == "y" || word == "yes") return true;
        if (word == "b" || word == "2" || word == "n" || word == "no") return false;
        if (word == "c" || word == "3") {
            draft.remove();
            return false;
        }
        context_.err().line("that is no answer");
    }
}

void InterviewSession::begin(NotifyInterview::Rules rules, const Options& options,
                             const std::string& promise) {
    const auto order = rules.order;
    interview_ = std::make_unique<NotifyInterview>(std::move(rules));
    if (draft_) {
        go_on_with_draft(order);
    } else {
        draft_ = std::make_unique<Draft>(folder(), options, command_);
        context_.err().line();
        say(promise);
        say("? explains a question, < goes back, Ctrl-C stops and keeps a draft.");
    }
    if (interview_->criteria()) say_criteria();
}

/// The answers are told again in the order in which they were asked for; the rest is asked in the
/// order of this command line.
void InterviewSession::go_on_with_draft(Order order) {
    const auto& content = draft_->content();
    const bool in_order = content.options.contains("--in-order");
    interview_->set_order(in_order ? Order::of_the_file : Order::soonest);
    const auto before = content.entries.size();
    const auto fitting = interview_->replay(content.entries);
    if (fitting < before) {
        draft_->cut(fitting);
        context_.warn("not every answer of the draft fits any more",
                      fmt::format("{} of {} do", fitting, before),
                      "the others are asked for again");
    }
    if (order == Order::of_the_file) interview_->set_order(order);
    settled_ = settled_determinations(*interview_);
}

void InterviewSession::say_criteria() {
    const auto& criteria = interview_->criteria()->criteria;
    context_.err().line();
    say(fmt::format("under {}: {}", criteria.id, criteria.title));
}

void InterviewSession::ask() {
    while (step()) {
    }
}

/// False when everything is confirmed.
bool InterviewSession::step() {
    const auto asked = interview_->next();
    if (asked.kind == Kind::confirm) return !is_confirmed();
    print_step(context_.err(), *interview_, asked);
    while (true) {
        const auto typed = line(prompt_of(asked));
        if (asks_for_note(typed)) {
            print_step_note(context_.err(), *interview_, asked);
            return true;
        }
        if (asks_to_go_back(typed)) {
            if (went_back()) return true;
            continue;
        }
        if (took(asked, typed)) return true;
    }
}

bool InterviewSession::went_back() {
    if (!interview_->go_back()) {
        context_.err().line("there is nothing before this");
        return false;
    }
    keep({std::string(NotifyInterview::undone), ""});
    settled_ = settled_determinations(*interview_);
    return true;
}

bool InterviewSession::took(const InterviewStep& asked, const std::string& typed) {
    const auto value = canonical(asked, typed);
    if (!value) return false;
    const bool had_criteria = interview_->criteria() != nullptr;
    if (const auto objection = interview_->take(asked, *value)) {
        say(objection->in_words());
        return false;
    }
    keep({NotifyInterview::name_of(asked, &interview_->criteria()->criteria),
          kept_form(asked, *value)});
    if (!had_criteria) say_criteria();
    say_what_is_settled();
    return true;
}

/// An answer by its word: its letter may be another's in a later text of the file.
std::string InterviewSession::kept_form(const InterviewStep& asked, const std::string& typed) {
    if (asked.kind != Kind::fact) return typed;
    const auto& answer = interview_->facts()->answers()[asked.index];
    if (answer.state == criteria::Answer::State::unknown) return "unknown";
    if (answer.state == criteria::Answer::State::blank) return typed;
    return interview_->criteria()->criteria.facts[asked.index].text_of(answer.value);
}

/// What was typed, with a date as it is written; nothing, with the reason said, for no date.
std::optional<std::string> InterviewSession::canonical(const InterviewStep& asked,
                                                       const std::string& typed) {
    const std::string trimmed(text::trim(typed));
    if (trimmed.empty() || asked.kind != Kind::field) return trimmed;
    const auto& field = casework::form_fields()[asked.index];
    if (field.date == nullptr) return trimmed;
    try {
        return record::to_text(context_.date_option("", trimmed));
    } catch (const Failure& failure) {
        say(fmt::format("that is no date: {}", failure.note()));
        return std::nullopt;
    }
}

void InterviewSession::say_what_is_settled() {
    const auto now = settled_determinations(*interview_);
    for (const std::size_t i : now) {
        if (!settled_.contains(i)) print_settled(context_.err(), *interview_, i);
    }
    settled_ = now;
}

/// An answer that cannot be kept is said once and no reason to stop asking.
void InterviewSession::keep(const casework::InterviewEntry& entry) {
    if (cannot_keep_) return;
    try {
        draft_->add(entry);
    } catch (const Failure& failure) {
        cannot_keep_ = true;
        context_.warn(failure.what(), "what is answered is lost when the interview stops");
    }
}

void InterviewSession::say_kept() {
    if (cannot_keep_ || draft_ == nullptr || !draft_->is_kept()) return;
    say(fmt::format("the answers are kept as a draft: {} goes on with it", call_));
    context_.err().flush();
}

}  // namespace scr::cli
