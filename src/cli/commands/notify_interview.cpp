#include <filesystem>
#include <map>

#include "cli/commands/casework_io.hpp"
#include "cli/commands/notify.hpp"
#include "cli/context.hpp"
#include "cli/criteria_adoption.hpp"
#include "cli/interview_session.hpp"
#include "cli/interview_text.hpp"
#include "cli/question_text.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using casework::NotifyInterview;

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

/// The interview that makes a record; what was recorded goes to standard output.
class NotifySession : public InterviewSession {
 public:
    NotifySession(NotifyOptions options, Context& context)
        : InterviewSession(context, "notify", "scr notify"), options_(std::move(options)) {}

    int run() {
        try {
            begin();
            ask();
            const int status =
                store_record(options_, interview().criteria(), interview().record(), context());
            context().out().flush();
            context().err().flush();
            // What was refused can be corrected; what was only tried can be done.
            if (status == 0 && !context().dry_run()) draft()->remove();
            say_kept();
            return status;
        } catch (const NobodyThere&) {
            return end_early();
        } catch (const Failure&) {
            say_kept();
            throw;
        }
    }

 private:
    void begin() {
        for (const auto& option : notify_dates()) {
            if (const auto& typed = options_.*option.typed; !typed.empty()) {
                context().refuse_future(option.name, context().date_option(option.name, typed),
                                        options_.from.batch.planned);
            }
        }
        offer_drafts([this](const Options& kept) {
            const auto to = kept.find("--to");
            return options_.to.empty() || (to != kept.end() && to->second == options_.to);
        });
        auto asked_under = rules();
        InterviewSession::begin(
            std::move(asked_under), kept_options(options_, context()),
            "Nothing is recorded before the last question, and nothing is lost.");
    }

    NotifyInterview::Rules rules() {
        std::string named;
        if (draft() != nullptr) {
            const auto& kept = draft()->content().options;
            take_over(kept, options_);
            if (kept.contains("--criteria")) named = kept.at("--criteria");
        }
        if (!options_.to.empty()) {
            existing_store(context(), {.planned = options_.from.batch.planned});
        }
        NotifyInterview::Rules rules;
        rules.choose = [this, named](std::optional<record::CivilDate> day) {
            auto asked = options_;
            if (day) asked.incident_on = record::to_text(*day);
            const bool of_draft = !named.empty() && context().globals().criteria.empty();
            auto criteria =
                of_draft ? context().criteria_called(named) : criteria_for_record(asked, context());
            require_adopted(context(), *criteria);  // before somebody answers in vain
            return criteria;
        };
        rules.order = options_.in_order ? Order::of_the_file : Order::soonest;
        rules.today = context().real_today();
        rules.planned = options_.from.batch.planned;
        rules.joins = !options_.to.empty();
        rules.given = record_without_facts(options_, context());
        return rules;
    }

    bool is_confirmed() override {
        print_summary(context().err(), interview());
        while (true) {
            const auto typed = line("Record this? y or n, < to go back");
            if (asks_to_go_back(typed)) return !went_back();
            const auto word = text::to_lower(text::trim(typed));
            if (word == "y" || word == "yes") return true;
            if (word == "n" || word == "no") {
                throw Failure(FailureKind::not_allowed, "not confirmed: nothing was recorded");
            }
            context().err().line("that is neither yes nor no");
        }
    }

    int end_early() {
        context().err().line();
        say_kept();
        if (lines().interrupted()) {
            context().err().line("nothing was recorded").flush();
            lines().end_interrupted();
        }
        throw Failure(FailureKind::not_allowed, "the input ended: nothing was recorded");
    }

    NotifyOptions options_;
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
