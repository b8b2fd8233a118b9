// The smallest record that shows a finding.

#include <fmt/format.h>

#include <deque>
#include <set>
#include <tuple>

#include "criteria/findings_parts.hpp"
#include "criteria/relevance.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t no_level = static_cast<std::size_t>(-1);

/// Looks for the way down a diagram with open edges that gives the fewest answers (0-1 breadth
/// first). Leaving a fact blank is free and means what the file makes of a blank.
class RecordSearch {
 public:
    RecordSearch(const Criteria& criteria, const Levels& levels, const Forest& open)
        : criteria_(criteria), levels_(levels), open_(open) {}

    /// A fact that is not left blank, and the answer that it gets where nothing turns on it.
    void ask(std::size_t fact, std::int64_t answer) {
        asked_ = levels_.level(fact);
        asked_answer_ = answer;
    }

    std::optional<Answers> run(NodeId root) {
        waiting_.push_back({{root, no_level, {}}, {}, 0});
        while (!waiting_.empty()) {
            const Arrival arrival = waiting_.front();
            waiting_.pop_front();
            if (!done_.insert(key(arrival.state)).second) continue;
            arrived_.push_back(arrival);
            const State& state = arrival.state;
            if (!Forest::is_terminal(state.node))
                leave(state, arrived_.size() - 1);
            else if (open_.possible(state.node) == holds_bit && arrive(state))
                return answers();
        }
        return std::nullopt;
    }

 private:
    /// `head`: the group whose first fact was decided on the way, and the answer that it has, given
    /// or by default; nothing where it is open.
    struct State {
        NodeId node = 0;
        std::size_t head = no_level;
        std::optional<std::int64_t> head_answer;
    };
    struct Arrival {
        State state;
        std::optional<std::pair<std::size_t, std::int64_t>> given;  ///< fact and answer
        std::size_t from = 0;                                       ///< in arrived_
    };

    using Key = std::tuple<NodeId, std::size_t, std::optional<std::int64_t>>;
    static Key key(const State& state) { return {state.node, state.head, state.head_answer}; }

    /// Whether the record is whole. Where the way did not come by the fact that is asked for, it is
    /// answered last.
    bool arrive(const State& state) {
        if (asked_ == no_level) return true;
        const std::size_t fact = levels_.fact(asked_);
        if (answers()[fact].state == Answer::State::given) return true;
        const State next{state.node, asked_, asked_answer_};
        move(next, std::pair{fact, asked_answer_}, arrived_.size() - 1);
        return false;
    }

    void leave(const State& state, std::size_t from) {
        const std::size_t level = open_.level(state.node);
        const Group& group = levels_.group(level);
        if (group.head == state.head)
            leave_member(state, level, from);
        else
            leave_head(state, group, from);
    }

    void leave_head(const State& state, const Group& group, std::size_t from) {
        const std::size_t fact = levels_.fact(group.head);
        const auto go = [&](std::size_t edge, std::optional<std::int64_t> answer, bool given) {
            // A node of a member: its head, which it does not look at, is decided all the same.
            const State next{open_.child(state.node, group.head, edge), group.head, answer};
            move(next, given ? std::optional(std::pair{fact, *answer}) : std::nullopt, from);
        };
        const auto& by_default = criteria_.facts[fact].if_blank;
        if (group.head != asked_)
            go(by_default ? levels_.classes(group.head).class_of(*by_default)
                          : levels_.open_edge(group.head),
               by_default, false);
        std::set<std::int64_t> answers = starts(group.head);
        for (const std::size_t member : group.members) answers.merge(starts(member));
        for (const std::int64_t answer : answers)
            go(levels_.classes(group.head).class_of(answer), answer, true);
    }

    void leave_member(const State& state, std::size_t level, std::size_t from) {
        const auto go = [&](std::size_t edge, std::optional<std::int64_t> answer) {
            const State next{open_.child(state.node, level, edge), state.head, state.head_answer};
            move(next,
                 answer ? std::optional(std::pair{levels_.fact(level), *answer}) : std::nullopt,
                 from);
        };
        const AnswerClasses& classes = levels_.classes(level);
        if (level != asked_)
            go(state.head_answer ? classes.class_of(*state.head_answer) : levels_.tied_edge(level),
               {});
        for (const std::int64_t answer : starts(level)) go(classes.class_of(answer), answer);
    }

    std::set<std::int64_t> starts(std::size_t level) const {
        const auto& all = levels_.classes(level).starts();
        return {all.begin(), all.end()};
    }

    void move(const State& next, std::optional<std::pair<std::size_t, std::int64_t>> given,
              std::size_t from) {
        if (given)
            waiting_.push_back({next, given, from});
        else
            waiting_.push_front({next, given, from});
    }

    Answers answers() const {
        Answers answers(criteria_.facts.size());
        for (std::size_t at = arrived_.size() - 1; at != 0; at = arrived_[at].from) {
            const auto& given = arrived_[at].given;
            if (given) answers[given->first] = Answer::given(given->second);
        }
        return answers;
    }

    const Criteria& criteria_;
    const Levels& levels_;
    const Forest& open_;
    std::size_t asked_ = no_level;
    std::int64_t asked_answer_ = 0;
    std::deque<Arrival> waiting_;
    std::vector<Arrival> arrived_;
    std::set<Key> done_;
};

}  // namespace

RuleDiagrams::RuleDiagrams(const Criteria& criteria)
    : criteria_(criteria),
      levels_(criteria, answer_classes(criteria, screening_tests(criteria))),
      compiler_(criteria, levels_),
      open_(open_edge_counts(levels_)),
      opener_(levels_, compiler_.forest(), open_) {}

NodeId RuleDiagrams::answered(std::size_t fact, std::int64_t value) {
    const std::size_t level = levels_.level(fact);
    const std::size_t wanted = levels_.classes(level).class_of(value);
    std::vector<NodeId> edges;
    for (std::size_t i = 0; i < levels_.class_count(level); ++i)
        edges.push_back(forest().terminal(i == wanted ? holds_bit : fails_bit));
    return forest().node(level, edges);
}

const Screener& RuleDiagrams::unhindered() {
    if (!unhindered_) {
        without_impossible_ = std::make_unique<Criteria>(criteria_);
        without_impossible_->impossible.clear();
        unhindered_ = std::make_unique<Screener>(*without_impossible_);
    }
    return *unhindered_;
}

bool RuleDiagrams::everything_impossible() {
    return compiler_.consistent(forest().terminal(holds_bit)) == forest().terminal(0);
}

Possible RuleDiagrams::reachable(NodeId root) const {
    const Forest& forest = compiler_.forest();
    Possible sets = 0;
    forest.each_below(root, [&](NodeId id) {
        if (Forest::is_terminal(id)) sets |= forest.possible(id);
    });
    return sets;
}

std::optional<Answers> RuleDiagrams::smallest_record(NodeId complete) {
    return RecordSearch(criteria_, levels_, open_).run(opener_.open(complete));
}

std::optional<Answers> RuleDiagrams::smallest_record_with(std::size_t fact, std::int64_t answer) {
    RecordSearch search(criteria_, levels_, open_);
    search.ask(fact, answer);
    auto answers = search.run(opener_.open(compiler_.consistent(answered(fact, answer))));
    const bool shared = !levels_.group(levels_.level(fact)).members.empty();
    if (answers && !shared) (*answers)[fact] = Answer::given(answer);
    return answers;
}

std::string facts_text(const Criteria& criteria, const Answers& answers) {
    std::string text;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].state != Answer::State::given) continue;
        if (!text.empty()) text += ", ";
        text += fmt::format("{} = {}", criteria.facts[i].id,
                            criteria.facts[i].text_of(answers[i].value));
    }
    return text.empty() ? "nothing answered" : text;
}

std::string outcomes_text(const Criteria& criteria, const Screening& screening) {
    if (screening.contradictory()) {
        std::string text = "refused: ";
        for (std::size_t i = 0; i < screening.contradictions.size(); ++i) {
            if (i > 0) text += "; ";
            text += criteria.impossible[screening.contradictions[i]].text;
        }
        return text;
    }
    std::string text;
    for (std::size_t i = 0; i < screening.findings.size(); ++i) {
        const Determination& determination = criteria.determinations[i];
        if (i > 0) text += ", ";
        text += determination.id + " = ";
        const auto& possible = screening.findings[i].possible;
        for (const std::size_t k : possible) {
            if (k != possible.front()) text += " or ";
            text += determination.outcomes[k].id;
        }
    }
    return text;
}

}  // namespace scr::criteria
