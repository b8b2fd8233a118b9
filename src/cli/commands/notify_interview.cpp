#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/draft.hpp"
#include "cli/interview_text.hpp"
#include "cli/question_text.hpp"
#include "cli/sheet.hpp"
#include "cli/typed_lines.hpp"
#include "scr/casework/naming.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::InterviewStep;
using casework::NotifyInterview;
using Kind = InterviewStep::Kind;

/// The input ended, or Ctrl-C was typed.
struct NobodyThere {};

/// What began the interview, as a draft keeps it.
std::map<std::string, std::string> kept_options(const NotifyOptions& options,
                                                const Context& context) {
    std::map<std::string, std::string> kept;
    const auto keep = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) kept[name] = value;
    };
    for (const auto& option : notify_texts()) keep(option.name, options.*option.typed);
    if (!options.summary_file.empty()) {
        // The next interview may begin in another folder.
        kept["--summary-file"] = std::filesystem::absolute(options.summary_file);
    }
    for (const auto& option : notify_dates()) {
        const auto& typed = options.*option.typed;
        if (!typed.empty()) {
            keep(option.name, record::to_text(context.date_option(option.name, typed)));
        }
    }
    keep("--criteria", context.globals().criteria);
    keep("--in-order", options.in_order ? "yes" : "");
    return kept;
}

/// Where the command line says nothing, what the draft began with counts.
void take_over(const std::map<std::string, std::string>& kept, NotifyOptions& options) {
    const auto take = [&](const char* name, std::string& typed) {
        const auto found = kept.find(name);
        if (typed.empty() && found != kept.end()) typed = found->second;
    };
    for (const auto& option : notify_texts()) take(option.name, options.*option.typed);
    for (const auto& option : notify_dates()) take(option.name, options.*option.typed);
}

/// An interview with the person at the terminal. Everything it says goes to standard error; what
/// was recorded, to standard output.
class NotifySession {
 public:
    NotifySession(NotifyOptions options, Context& context)
        : options_(std::move(options)), context_(context) {}

    int run() {
        try {
            begin();
            while (step()) {
            }
            const int status =
                store_record(options_, interview_->criteria(), interview_->record(), context_);
            context_.out().flush();
            context_.err().flush();
            // What was refused can be corrected; what was only tried can be done.
            if (status == 0 && !context_.dry_run()) draft_->remove();
            if (draft_->is_kept()) say_kept();
            return status;
        } catch (const NobodyThere&) {
            return end_early();
        } catch (const Failure&) {
            if (draft_) say_kept();
            throw;
        }
    }

 private:
    using Order = NotifyInterview::Order;

    /// Reads the next line; while it waits, everything said so far is on the screen.
    std::string line(const std::string& prompt) {
        context_.err().put(prompt + ": ").flush();
        auto typed = lines_.next();
        if (!typed) throw NobodyThere{};
        return *typed;
    }

    /// A sentence in the width of the terminal.
    void say(const std::string& text) { print_paragraph(context_.err(), text, 0); }

    void begin() {
        for (const auto& option : notify_dates()) {
            if (const auto& typed = options_.*option.typed; !typed.empty()) {
                context_.refuse_future(option.name, context_.date_option(option.name, typed),
                                       options_.from.batch.planned);
            }
        }
        offer_drafts();
        make_interview();
        if (draft_) {
            go_on_with_draft();
        } else {
            draft_ = std::make_unique<Draft>(folder(), kept_options(options_, context_));
            context_.err().line();
            say("Nothing is recorded before the last question, and nothing is lost.");
            say("? explains a question, < goes back, Ctrl-C stops and keeps a draft.");
        }
        if (interview_->criteria()) say_criteria();
    }

    std::filesystem::path folder() const { return state_folder(context_.environment()) / "drafts"; }

    void offer_drafts() {
        for (auto& draft : Draft::waiting(folder())) {
            const auto& kept = draft->content().options;
            const auto to = kept.find("--to");
            if (!options_.to.empty() && (to == kept.end() || to->second != options_.to)) continue;
            if (is_taken_up(*draft)) {
                draft_ = std::move(draft);
                return;
            }
        }
    }

    bool is_taken_up(Draft& draft) {
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

    void make_interview() {
        std::string named;
        if (draft_) {
            const auto& kept = draft_->content().options;
            take_over(kept, options_);
            if (kept.contains("--criteria")) named = kept.at("--criteria");
        }
        if (!options_.to.empty()) {
            existing_store(context_, {.planned = options_.from.batch.planned});
        }
        NotifyInterview::Rules rules;
        rules.choose = [this, named](std::optional<record::CivilDate> day) {
            auto asked = options_;
            if (day) asked.incident_on = record::to_text(*day);
            const bool of_draft = !named.empty() && context_.globals().criteria.empty();
            auto criteria =
                of_draft ? context_.criteria_called(named) : criteria_for_record(asked, context_);
            require_adopted(context_, *criteria);  // before somebody answers in vain
            return criteria;
        };
        rules.order = options_.in_order ? Order::of_the_file : Order::soonest;
        rules.today = context_.real_today();
        rules.planned = options_.from.batch.planned;
        rules.joins = !options_.to.empty();
        rules.given = record_without_facts(options_, context_);
        interview_ = std::make_unique<NotifyInterview>(std::move(rules));
    }

    /// The answers are told again in the order in which they were asked for; the rest is asked in
    /// the order of this command line.
    void go_on_with_draft() {
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
        if (options_.in_order) interview_->set_order(Order::of_the_file);
        settled_ = settled_determinations(*interview_);
    }

    void say_criteria() {
        const auto& criteria = interview_->criteria()->criteria;
        context_.err().line();
        say(fmt::format("under {}: {}", criteria.id, criteria.title));
    }

    /// False when everything is confirmed.
    bool step() {
        const auto asked = interview_->next();
        if (asked.kind == Kind::confirm) return !confirmed();
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

    bool went_back() {
        if (!interview_->go_back()) {
            context_.err().line("there is nothing before this");
            return false;
        }
        keep({std::string(NotifyInterview::undone), ""});
        settled_ = settled_determinations(*interview_);
        return true;
    }

    bool took(const InterviewStep& asked, const std::string& typed) {
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
    std::string kept_form(const InterviewStep& asked, const std::string& typed) {
        if (asked.kind != Kind::fact) return typed;
        const auto& answer = interview_->facts()->answers()[asked.index];
        if (answer.state == criteria::Answer::State::unknown) return "unknown";
        if (answer.state == criteria::Answer::State::blank) return typed;
        return interview_->criteria()->criteria.facts[asked.index].text_of(answer.value);
    }

    /// What was typed, with a date as it is written; nothing, with the reason said, for no date.
    std::optional<std::string> canonical(const InterviewStep& asked, const std::string& typed) {
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

    void say_what_is_settled() {
        const auto now = settled_determinations(*interview_);
        for (const std::size_t i : now) {
            if (!settled_.contains(i)) print_settled(context_.err(), *interview_, i);
        }
        settled_ = now;
    }

    bool confirmed() {
        print_summary(context_.err(), *interview_);
        while (true) {
            const auto typed = line("Record this? y or n, < to go back");
            if (asks_to_go_back(typed)) return !went_back();
            const auto word = text::to_lower(text::trim(typed));
            if (word == "y" || word == "yes") return true;
            if (word == "n" || word == "no") {
                throw Failure(FailureKind::not_allowed, "not confirmed: nothing was recorded");
            }
            context_.err().line("that is neither yes nor no");
        }
    }

    /// An answer that cannot be kept is said once and no reason to stop asking.
    void keep(const casework::InterviewEntry& entry) {
        if (cannot_keep_) return;
        try {
            draft_->add(entry);
        } catch (const Failure& failure) {
            cannot_keep_ = true;
            context_.warn(failure.what(), "what is answered is lost when the interview stops");
        }
    }

    void say_kept() {
        if (cannot_keep_ || !draft_->is_kept()) return;
        say("the answers are kept as a draft: scr notify goes on with it");
        context_.err().flush();
    }

    int end_early() {
        context_.err().line();
        if (draft_) say_kept();
        if (lines_.interrupted()) {
            context_.err().line("nothing was recorded").flush();
            lines_.end_interrupted();
        }
        throw Failure(FailureKind::not_allowed, "the input ended: nothing was recorded");
    }

    NotifyOptions options_;
    Context& context_;
    TypedLines lines_;
    std::unique_ptr<Draft> draft_;
    std::unique_ptr<NotifyInterview> interview_;
    std::set<std::size_t> settled_;  ///< determinations, of which it was said
    bool cannot_keep_ = false;
};

}  // namespace

int run_notify_interview(NotifyOptions options, Context& context) {
    context.format_among({Format::text, Format::json});
    if (options.summary_file == "-") {
        throw Failure(FailureKind::usage, "the interview takes its answers from standard input", "",
                      "`--summary-file -` does too", "name a file");
    }
    return NotifySession(std::move(options), context).run();
}

}  // namespace scr::cli
