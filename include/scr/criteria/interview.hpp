#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/questions.hpp"

namespace scr::criteria {

/// Why what was typed is no answer: one sentence, and how to go on; the second may be blank.
struct Objection {
    std::string problem;
    std::string help;

    /// `problem, help`
    std::string in_words() const { return help.empty() ? problem : problem + ", " + help; }
};

/// The asking about one record: what was answered, in which order, what comes next, and back
/// again. It reads what people type and prints nothing. The screener must outlive it.
class Interview {
 public:
    enum class Order { soonest, of_the_file };

    Interview(const Screener&, Order);

    const Criteria& criteria() const { return criteria_; }
    void set_order(Order order) { order_ = order; }

    /// The fact to ask about; nothing once the answers settle every determination, or when only
    /// what is not known could.
    std::optional<std::size_t> next();
    /// The first fact whose `if_blank` the answers rule out while several others are left: left
    /// blank it would contradict them.
    std::optional<std::size_t> next_not_silent();
    /// The first fact of the file that was neither asked nor left out and that the answers leave
    /// open: for the record, once next() has nothing.
    std::optional<std::size_t> next_for_the_record();

    /// The words of the answers that are still possible, `unknown` last; none for an integer.
    std::vector<std::string> choices(std::size_t fact);
    /// Takes an answer: a word, or the letter or number of one of choices(). Nothing when it is
    /// taken.
    std::optional<Objection> take(std::size_t fact, std::string_view typed);
    /// The fact stays blank and is not asked again.
    void leave_out(std::size_t fact);
    /// Takes back the newest answer or what was left out last; false where there is none.
    bool go_back();

    const Answers& answers() const { return answers_; }
    /// The facts that were answered, in that order.
    std::vector<std::size_t> answered() const;
    std::size_t questions() const { return answered().size(); }
    /// The same, with those that were left out.
    std::size_t asked() const { return steps_.size(); }
    /// What is possible of each determination, with everything that was not answered open.
    std::vector<Finding> findings() { return questions_.findings(answers_); }
    /// The facts that were not asked because one answer alone fits the others, with that answer.
    std::vector<std::pair<std::size_t, Answer>> implied();

 private:
    std::optional<std::string> word_for(std::size_t fact, const std::string& typed);

    const Criteria& criteria_;
    Questions questions_;
    Order order_;
    Answers answers_;
    std::vector<std::size_t> steps_;  ///< facts, as they were answered or left out
    std::set<std::size_t> left_out_;
};

/// What a fact's question means: its note, whether it is a judgement, and the provisions that the
/// criteria rest on that look at it, a line each.
std::vector<std::string> question_note(const Criteria&, std::size_t fact);

/// The mark of the answer at a position among `count`: a letter, or a number where letters do not
/// suffice.
std::string choice_mark(std::size_t position, std::size_t count);

}  // namespace scr::criteria
