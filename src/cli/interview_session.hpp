#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "cli/draft.hpp"
#include "cli/typed_lines.hpp"
#include "scr/casework/notify_interview.hpp"

namespace scr::cli {

class Context;

/// What every interview with a person at the terminal does: it takes up a draft, asks step by step,
/// explains, goes back, says which outcome stands, and keeps each answer when it is given. All that
/// it says goes to standard error.
class InterviewSession {
 public:
    /// `command`: whose drafts these are; `call`: how to go on with one.
    InterviewSession(Context& context, std::string command, std::string call)
        : context_(context), command_(std::move(command)), call_(std::move(call)) {}
    virtual ~InterviewSession() = default;
    InterviewSession(const InterviewSession&) = delete;
    InterviewSession& operator=(const InterviewSession&) = delete;

 protected:
    using Order = casework::NotifyInterview::Order;
    using Options = std::map<std::string, std::string>;

    /// The input ended, or Ctrl-C was typed.
    struct NobodyThere {};

    /// Takes up the newest draft whose options fit and that the person wants to go on with.
    void offer_drafts(const std::function<bool(const Options&)>& fits);
    /// Asks under these rules, and goes on with the draft that was taken up, or begins one with
    /// these options. `promise` says what is kept and what is not.
    void begin(casework::NotifyInterview::Rules rules, const Options& options,
               const std::string& promise);
    /// Asks until everything is confirmed.
    void ask();
    /// Nothing is left to ask; false asks on.
    virtual bool is_confirmed() = 0;

    /// Reads the next line; while it waits, everything said so far is on the screen.
    std::string line(const std::string& prompt);
    /// A sentence in the width of the terminal.
    void say(const std::string& text);
    void say_kept();
    bool went_back();

    Context& context() { return context_; }
    TypedLines& lines() { return lines_; }
    casework::NotifyInterview& interview() { return *interview_; }
    /// Null before offer_drafts() took one up or begin() began one.
    Draft* draft() { return draft_.get(); }

 private:
    std::filesystem::path folder() const;
    bool is_taken_up(Draft& draft);
    void go_on_with_draft(Order order);
    void say_criteria();
    bool step();
    bool took(const casework::InterviewStep& asked, const std::string& typed);
    std::string kept_form(const casework::InterviewStep& asked, const std::string& typed);
    std::optional<std::string> canonical(const casework::InterviewStep& asked,
                                         const std::string& typed);
    void say_what_is_settled();
    void keep(const casework::InterviewEntry& entry);

    Context& context_;
    std::string command_;
    std::string call_;
    TypedLines lines_;
    std::unique_ptr<Draft> draft_;
    std::unique_ptr<casework::NotifyInterview> interview_;
    std::set<std::size_t> settled_;  ///< determinations, of which it was said
    bool cannot_keep_ = false;
};

}  // namespace scr::cli
