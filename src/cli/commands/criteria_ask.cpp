#include <algorithm>
#include <iostream>

#include "cli/asked_result.hpp"
#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/interview_session.hpp"
#include "cli/options.hpp"
#include "cli/question_text.hpp"
#include "scr/criteria/interview.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view ask_prompt = "answer, ? for the note, < to go back: ";

struct AskOptions {
    CriteriaOptions criteria;
    bool in_order = false;
};

/// The answers of a program, a line each, until the outcomes stand. Questions go to standard error,
/// so that a result that is piped on is nothing but the result.
class PipedInterview {
 public:
    PipedInterview(Context& context, criteria::Interview& interview)
        : context_(context), interview_(interview) {}

    /// False when the answers ended before the outcomes stood.
    bool run() {
        for (auto fact = interview_.next(); fact; fact = interview_.next()) {
            ask(*fact);
            if (!take(*fact)) return false;
        }
        return true;
    }

 private:
    void ask(std::size_t fact) {
        print_question(context_.err(), interview_, fact);
        context_.err().put(ask_prompt).flush();
    }

    /// Reads until there is an answer to this question, or the one before is asked again.
    bool take(std::size_t fact) {
        std::string line;
        while (std::getline(std::cin, line)) {
            if (asks_for_note(line)) {
                print_question_note(context_.err(), interview_, fact);
                ask(fact);
            } else if (asks_to_go_back(line)) {
                interview_.go_back();
                return true;
            } else if (const auto objection = interview_.take(fact, line)) {
                context_.err().line(objection->in_words()).put(ask_prompt).flush();
            } else {
                return true;
            }
        }
        context_.err().line().flush();
        return false;
    }

    Context& context_;
    criteria::Interview& interview_;
};

/// The same with a person at the terminal: it goes on to the record's other questions if wanted.
class AskSession : public InterviewSession {
 public:
    AskSession(Context& context, casework::CriteriaPointer loaded, const AskOptions& options)
        : InterviewSession(context, "ask", call(loaded->criteria, options)),
          loaded_(std::move(loaded)),
          in_order_(options.in_order) {}

    void run() {
        try {
            begin();
            ask();
            draft()->remove();
            context().err().line().flush();
            print_result(context(), *interview().facts(), true);
        } catch (const NobodyThere&) {
            end_early();
        }
    }

 private:
    static std::string call(const criteria::Criteria& criteria, const AskOptions& options) {
        const auto& named = options.criteria.file;
        return "scr criteria ask " + (named.empty() ? criteria.id : named);
    }

    /// A draft of another text of the file may have other questions: it is another draft.
    void begin() {
        Options own{{"--criteria", loaded_->criteria.id}, {"--digest", loaded_->digest}};
        offer_drafts([&](const Options& kept) {
            return std::ranges::all_of(own, [&](const auto& option) {
                const auto found = kept.find(option.first);
                return found != kept.end() && found->second == option.second;
            });
        });
        if (in_order_) own["--in-order"] = "yes";
        casework::NotifyInterview::Rules rules;
        rules.choose = [this](const auto&) { return loaded_; };
        rules.order = in_order_ ? Order::of_the_file : Order::soonest;
        rules.only_facts = true;
        InterviewSession::begin(std::move(rules), own, "Nothing is recorded, and nothing is lost.");
    }

    bool is_confirmed() override { return true; }

    void end_early() {
        context().err().line();
        say_kept();
        if (lines().interrupted()) lines().end_interrupted();
        if (draft() == nullptr) return;
        context().err().line().flush();
        auto& asked = *interview().facts();
        print_result(context(), asked, !asked.next());
    }

    casework::CriteriaPointer loaded_;
    bool in_order_;
};

int run_ask(const AskOptions& options, Context& context) {
    context.format_among({Format::text, Format::json});
    if (context.globals().no_input) {
        throw Failure(FailureKind::usage, "`--no-input` leaves nothing to ask", "", "",
                      "answers may also come from standard input, a line each");
    }
    const auto loaded = criteria_of(options.criteria, context);
    if (context.can_ask()) {
        AskSession(context, loaded, options).run();
        return 0;
    }
    const criteria::Screener screener(loaded->criteria);
    criteria::Interview interview(screener, options.in_order
                                                ? criteria::Interview::Order::of_the_file
                                                : criteria::Interview::Order::soonest);
    const bool finished = PipedInterview(context, interview).run();
    print_result(context, interview, finished);
    return 0;
}

}  // namespace

void declare_criteria_ask(CLI::App& criteria, Actions& actions) {
    auto& ask = add_subcommand(criteria, "ask", "the questions that settle the outcome soonest");
    const auto options = std::make_shared<AskOptions>();
    add_option(ask, "FILE|ID", options->criteria.file, "the criteria file; scr-2015 unless named");
    add_flag(ask, "--in-order", options->in_order, "ask in the order of the file");
    add_examples(ask, "  scr criteria ask\n  scr criteria ask lcspr-2023 --in-order");
    actions.add(ask, [options](Context& context) { return run_ask(*options, context); });
}

}  // namespace scr::cli
