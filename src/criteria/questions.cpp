#include "scr/criteria/questions.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "criteria/screener_state.hpp"

namespace scr::criteria {
namespace {

/// How far a remainder is from being settled.
struct Distance {
    std::size_t worst = 0;
    double expected = 0;

    auto operator<=>(const Distance&) const = default;
};

}  // namespace

/// Works on diagrams over complete answers. What remains after some answers is their diagram with
/// those levels taken out; the unique table makes equal remainders one node, which is what keeps
/// the search small.
class Questions::Search {
 public:
    explicit Search(const Screener& screener)
        : criteria_(screener.criteria()),
          levels_(screener.state().diagrams.levels()),
          compiler_(screener.state().diagrams.compiler()),
          forest_(compiler_.forest()) {}

    std::optional<Question> next(const Answers& answers) {
        read(answers);
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const NodeId rest = after_answers(compiler_.consistent(compiler_.determination(i)));
            if (is_settled(rest)) continue;
            if (auto question = best_question(rest)) {
                question->determination = i;
                return question;
            }
        }
        return std::nullopt;
    }

    std::vector<Finding> findings(const Answers& answers) {
        read(answers);
        std::vector<Finding> result;
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const Possible set =
                outcomes(after_answers(compiler_.consistent(compiler_.determination(i))));
            Finding finding;
            for (std::size_t k = 0; set >> k != 0; ++k) {
                if ((set >> k & 1) != 0) finding.possible.push_back(k);
            }
            result.push_back(std::move(finding));
        }
        return result;
    }

    std::vector<std::int64_t> answers_left(const Answers& answers, std::size_t fact) {
        read(answers);
        const std::size_t level = levels_.level(fact);
        given_.erase(level);
        const NodeId rest = after_answers(compiler_.consistent(compiler_.determination(0)));
        const auto& asked = criteria_.facts[fact];
        const bool integer = asked.type == FactType::integer;
        const auto count = integer ? asked.most - asked.least + 1
                                   : static_cast<std::int64_t>(asked.choices.size());
        std::vector<std::int64_t> values;
        for (std::int64_t i = 0; i < count; ++i) {
            const auto value = integer ? asked.least + i : i;
            const auto edge = levels_.classes(level).class_of(value);
            if (outcomes(restricted(rest, level, edge)) != 0) values.push_back(value);
        }
        return values;
    }

 private:
    void read(const Answers& answers) {
        given_.clear();
        std::set<std::size_t> unknown;
        for (std::size_t fact = 0; fact < answers.size(); ++fact) {
            const auto& declared = criteria_.facts[fact];
            const std::size_t level = levels_.level(fact);
            if (answers[fact].state == Answer::State::given) {
                given_[level] = levels_.classes(level).class_of(answers[fact].value);
            } else if (answers[fact].state == Answer::State::unknown && declared.if_unknown) {
                given_[level] = levels_.classes(level).class_of(*declared.if_unknown);
            } else if (answers[fact].state == Answer::State::unknown) {
                unknown.insert(level);
            }
        }
        // What is known of distances holds while the same questions may be asked.
        if (unknown != unknown_) distances_.clear();
        unknown_ = std::move(unknown);
    }

    NodeId after_answers(NodeId id) {
        for (const auto& [level, answer_class] : given_) id = restricted(id, level, answer_class);
        return id;
    }

    /// The diagram once the level is answered.
    NodeId restricted(NodeId id, std::size_t level, std::size_t edge) {
        const std::size_t own = forest_.level(id);
        if (own > level) return id;
        if (own == level) return forest_.edges(id)[edge];
        const auto key = std::tuple(id, level, edge);
        if (const auto known = restricted_.find(key); known != restricted_.end()) {
            return known->second;
        }
        const std::vector<NodeId> edges(forest_.edges(id).begin(), forest_.edges(id).end());
        std::vector<NodeId> rest;
        for (const NodeId next : edges) rest.push_back(restricted(next, level, edge));
        const NodeId result = forest_.node(own, rest);
        restricted_.emplace(key, result);
        return result;
    }

    /// The outcomes below, those of combinations that cannot be left out.
    Possible outcomes(NodeId id) {
        if (Forest::is_terminal(id)) return forest_.possible(id);
        if (const auto known = outcomes_.find(id); known != outcomes_.end()) return known->second;
        Possible set = 0;
        for (const NodeId next : forest_.edges(id)) set |= outcomes(next);
        outcomes_.emplace(id, set);
        return set;
    }

    bool is_settled(NodeId id) {
        const Possible set = outcomes(id);
        return (set & (set - 1)) == 0;
    }

    /// The levels that may be asked: those that the remainder looks at, but for the unknown.
    std::vector<std::size_t> askable(NodeId id) {
        std::set<std::size_t> levels;
        forest_.each_below(id, [&](NodeId below) {
            if (!Forest::is_terminal(below)) levels.insert(forest_.level(below));
        });
        std::vector<std::size_t> result;
        for (const std::size_t level : levels) {
            if (!unknown_.contains(level)) result.push_back(level);
        }
        return result;
    }

    /// The answers that some consistent completion gives.
    std::vector<std::size_t> possible_classes(NodeId id, std::size_t level) {
        std::vector<std::size_t> classes;
        for (std::size_t i = 0; i < levels_.class_count(level); ++i) {
            if (outcomes(restricted(id, level, i)) != 0) classes.push_back(i);
        }
        return classes;
    }

    Distance after_asking(NodeId id, std::size_t level, std::size_t enough) {
        const auto classes = possible_classes(id, level);
        Distance distance;
        for (const std::size_t i : classes) {
            const auto below = distance_of(restricted(id, level, i));
            distance.worst = std::max(distance.worst, below.worst);
            distance.expected += below.expected / static_cast<double>(classes.size());
            if (distance.worst + 1 > enough) break;
        }
        // An answer that is the only one possible is not asked for.
        if (classes.size() > 1) {
            distance.worst += 1;
            distance.expected += 1;
        }
        return distance;
    }

    Distance distance_of(NodeId id) {
        if (is_settled(id)) return {};
        if (const auto known = distances_.find(id); known != distances_.end()) return known->second;
        std::optional<Distance> best;
        for (const std::size_t level : askable(id)) {
            const auto distance = after_asking(id, level, best ? best->worst : levels_.count() + 1);
            if (!best || distance < *best) best = distance;
        }
        const auto result = best.value_or(Distance{});
        distances_.emplace(id, result);
        return result;
    }

    std::optional<Question> best_question(NodeId id) {
        std::optional<Question> best;
        for (const std::size_t level : askable(id)) {
            auto classes = possible_classes(id, level);
            if (classes.size() < 2) continue;
            const auto distance = after_asking(id, level, levels_.count() + 1);
            const Question question{0, levels_.fact(level), distance.worst, distance.expected,
                                    std::move(classes)};
            if (!best || comes_before(question, *best)) best = question;
        }
        return best;
    }

    static bool comes_before(const Question& a, const Question& b) {
        constexpr double nothing = 1e-9;
        if (a.at_most != b.at_most) return a.at_most < b.at_most;
        if (a.expected < b.expected - nothing) return true;
        if (a.expected > b.expected + nothing) return false;
        return a.fact < b.fact;
    }

    const Criteria& criteria_;
    const Levels& levels_;
    Compiler& compiler_;
    Forest& forest_;
    std::map<std::size_t, std::size_t> given_;
    std::set<std::size_t> unknown_;
    std::map<std::tuple<NodeId, std::size_t, std::size_t>, NodeId> restricted_;
    std::map<NodeId, Possible> outcomes_;
    std::map<NodeId, Distance> distances_;
};

Questions::Questions(const Screener& screener) : search_(std::make_unique<Search>(screener)) {}
Questions::~Questions() = default;
Questions::Questions(Questions&&) noexcept = default;

std::optional<Question> Questions::next(const Answers& answers) {
    return search_->next(answers);
}

std::optional<std::size_t> Questions::next_in_order(const Answers& answers) {
    const auto question = next(answers);
    if (!question) return std::nullopt;
    for (std::size_t fact = 0; fact < answers.size(); ++fact) {
        if (answers[fact].state != Answer::State::blank) continue;
        if (answers_left(answers, fact).size() > 1) return fact;
    }
    return question->fact;
}

std::vector<Finding> Questions::findings(const Answers& answers) {
    return search_->findings(answers);
}

std::vector<std::int64_t> Questions::answers_left(const Answers& answers, std::size_t fact) {
    return search_->answers_left(answers, fact);
}

}  // namespace scr::criteria
