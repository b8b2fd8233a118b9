#include "criteria/oracle.hpp"

#include <algorithm>

namespace scr::criteria::oracle {

Oracle::Oracle(const Criteria& criteria, std::vector<std::int64_t> integers)
    : criteria_(criteria), integers_(std::move(integers)) {}

bool Oracle::holds(const Test& test, const Values& values) const {
    const auto operand = [&](std::size_t i) { return holds(test.operands[i], values); };
    const auto each = [&](bool wanted) {
        return std::any_of(test.operands.begin(), test.operands.end(),
                           [&](const Test& t) { return holds(t, values) == wanted; });
    };
    const auto listed = [&](std::int64_t value) {
        return std::find(test.values.begin(), test.values.end(), value) != test.values.end();
    };
    switch (test.kind) {
        case Test::Kind::constant: return test.truth;
        case Test::Kind::condition: return holds(criteria_.conditions[test.index].when, values);
        case Test::Kind::outcome:
            return listed(static_cast<std::int64_t>(outcome(test.index, values)));
        case Test::Kind::negation: return !operand(0);
        case Test::Kind::conjunction: return !each(false);
        case Test::Kind::disjunction: return each(true);
        case Test::Kind::implication: return !operand(0) || operand(1);
        case Test::Kind::fact: break;
    }
    const std::int64_t value = values[test.index];
    switch (test.comparison) {
        case Comparison::equal:
        case Comparison::among: return listed(value);
        case Comparison::not_equal: return !listed(value);
        case Comparison::less: return value < test.values[0];
        case Comparison::at_most: return value <= test.values[0];
        case Comparison::greater: return value > test.values[0];
        case Comparison::at_least: return value >= test.values[0];
    }
    return false;
}

bool Oracle::consistent(const Values& values) const {
    return std::none_of(criteria_.impossible.begin(), criteria_.impossible.end(),
                        [&](const Impossible& entry) { return holds(entry.when, values); });
}

std::size_t Oracle::outcome(std::size_t determination, const Values& values) const {
    std::size_t strongest = criteria_.determinations[determination].outcomes.size();
    for (const Criterion& criterion : criteria_.criteria) {
        if (criterion.determination == determination && holds(criterion.when, values)) {
            strongest = std::min(strongest, criterion.outcome);
        }
    }
    const auto& known = criteria_.determinations[determination];
    return strongest == known.outcomes.size() ? known.otherwise : strongest;
}

std::vector<std::int64_t> Oracle::answers_to(std::size_t fact) const {
    const Fact& known = criteria_.facts[fact];
    std::vector<std::int64_t> answers;
    if (known.type == FactType::integer) {
        for (const std::int64_t value : integers_) {
            if (value >= known.least && value <= known.most) answers.push_back(value);
        }
    } else {
        for (std::size_t i = 0; i < known.choices.size(); ++i)
            answers.push_back(static_cast<std::int64_t>(i));
    }
    return answers;
}

Oracle::Partial Oracle::read(const Answers& answers, Blanks blanks,
                             std::vector<std::size_t>& from_silence) const {
    Partial partial{answers, std::vector<bool>(answers.size())};
    const bool as_unknown = blanks == Blanks::as_unknown;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        Answer& answer = partial.answers[i];
        const Fact& fact = criteria_.facts[i];
        if (answer.state == Answer::State::blank && as_unknown) answer = Answer::unknown();
        if (answer.state == Answer::State::unknown && fact.if_unknown)
            answer = Answer::given(*fact.if_unknown);
        if (answer.state == Answer::State::blank && fact.if_blank) {
            answer = Answer::given(*fact.if_blank);
            from_silence.push_back(i);
        }
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Fact& fact = criteria_.facts[i];
        if (partial.answers[i].state != Answer::State::blank) continue;
        if (fact.if_blank_same_as &&
            partial.answers[*fact.if_blank_same_as].state == Answer::State::given) {
            partial.answers[i] = partial.answers[*fact.if_blank_same_as];
            from_silence.push_back(i);
        } else {
            partial.answers[i] = Answer::unknown();
            partial.tied[i] = fact.if_blank_same_as.has_value();
        }
    }
    return partial;
}

Oracle::Partial Oracle::answered(Partial partial, std::size_t fact, std::int64_t value) const {
    partial.answers[fact] = Answer::given(value);
    for (std::size_t i = 0; i < criteria_.facts.size(); ++i) {
        if (partial.tied[i] && criteria_.facts[i].if_blank_same_as == fact) {
            partial.answers[i] = Answer::given(value);
            partial.tied[i] = false;
        }
    }
    return partial;
}

void Oracle::complete(const Partial& partial,
                      const std::function<void(const Values&)>& visit) const {
    for (std::size_t i = 0; i < partial.answers.size(); ++i) {
        if (partial.answers[i].state == Answer::State::given || partial.tied[i]) continue;
        for (const std::int64_t value : answers_to(i)) complete(answered(partial, i, value), visit);
        return;
    }
    Values values;
    for (const Answer& answer : partial.answers) values.push_back(answer.value);
    if (consistent(values)) visit(values);
}

Oracle::Masks Oracle::possible(const Partial& partial) const {
    Masks masks(criteria_.determinations.size());
    complete(partial, [&](const Values& values) {
        for (std::size_t i = 0; i < masks.size(); ++i)
            masks[i] |= std::uint64_t{1} << outcome(i, values);
    });
    return masks;
}

/// Tries every way to answer some of the other open facts, those from `next` on.
bool Oracle::matters_after(const Partial& partial, std::size_t fact, std::size_t next) const {
    while (next < partial.answers.size() && (next == fact || partial.tied[next] ||
                                             partial.answers[next].state == Answer::State::given)) {
        ++next;
    }
    if (next < partial.answers.size()) {
        if (matters_after(partial, fact, next + 1)) return true;
        const auto answers = answers_to(next);
        return std::any_of(answers.begin(), answers.end(), [&](std::int64_t value) {
            return matters_after(answered(partial, next, value), fact, next + 1);
        });
    }
    const Masks open = possible(partial);
    for (const std::int64_t value : answers_to(fact)) {
        const Masks narrowed = possible(answered(partial, fact, value));
        if (narrowed.front() != 0 && narrowed != open) return true;
    }
    return false;
}

bool Oracle::matters(const Partial& partial, std::size_t fact) const {
    return matters_after(partial, fact, 0);
}

Oracle::Result Oracle::screen(const Answers& answers, Blanks blanks) const {
    Result result;
    std::vector<std::size_t> from_silence;
    const Partial partial = read(answers, blanks, from_silence);
    const Masks masks = possible(partial);
    result.contradictory = masks.front() == 0;
    if (result.contradictory) return result;
    for (const std::uint64_t mask : masks) {
        result.possible.emplace_back();
        for (std::size_t i = 0; i < 64; ++i) {
            if ((mask >> i & 1) != 0) result.possible.back().push_back(i);
        }
    }
    for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
        bool always = true;
        complete(partial, [&](const Values& values) {
            always = always && holds(criteria_.criteria[i].when, values);
        });
        if (always) result.criteria.push_back(i);
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool open = partial.answers[i].state != Answer::State::given && !partial.tied[i];
        if (open && matters(partial, i)) result.missing.push_back(i);
    }
    Answers unsaid = partial.answers;
    Partial silent{unsaid, partial.tied};
    for (const std::size_t fact : from_silence) silent.answers[fact] = Answer::unknown();
    for (const std::size_t fact : from_silence) {
        const auto partner = criteria_.facts[fact].if_blank_same_as;
        silent.tied[fact] = partner && silent.answers[*partner].state != Answer::State::given;
    }
    std::sort(from_silence.begin(), from_silence.end());
    for (const std::size_t fact : from_silence) {
        if (!silent.tied[fact] && matters(silent, fact)) result.assumed.push_back(fact);
    }
    return result;
}

}  // namespace scr::criteria::oracle
