#include "criteria/difference_union.hpp"

#include <algorithm>

namespace scr::criteria {
namespace {

/// Where the facts of one file stand among the united ones.
using Places = std::vector<std::size_t>;

bool is_integer(const Fact& fact) {
    return fact.type == FactType::integer;
}

/// The fact with the answers that both know; nothing where they share none.
std::optional<Fact> shared_fact(const Fact& a, const Fact& b) {
    if (is_integer(a) != is_integer(b)) return std::nullopt;
    Fact shared = a;
    if (is_integer(a)) {
        shared.least = std::max(a.least, b.least);
        shared.most = std::min(a.most, b.most);
        if (shared.least > shared.most) return std::nullopt;
        return shared;
    }
    std::erase_if(shared.choices, [&](const std::string& choice) { return !b.value_of(choice); });
    if (shared.choices.empty()) return std::nullopt;
    if (shared.choices != a.choices) shared.type = FactType::choice;
    return shared;
}

Fact without_silence(Fact fact) {
    fact.if_blank.reset();
    fact.if_unknown.reset();
    fact.if_blank_same_as.reset();
    fact.years.reset();
    fact.ground_required_for.clear();  // positions of answers: they no longer fit
    return fact;
}

/// Rewrites what one file says in terms of the united facts, and adds it.
class Mover {
 public:
    Mover(const Criteria& from, const Places& places, Criteria& to)
        : from_(from), places_(places), to_(to), first_condition_(to.conditions.size()) {}

    void move() {
        const std::size_t first_determination = to_.determinations.size();
        for (Condition condition : from_.conditions) {
            condition.when = moved(condition.when);
            to_.conditions.push_back(std::move(condition));
        }
        for (Impossible entry : from_.impossible) {
            entry.when = moved(entry.when);
            to_.impossible.push_back(std::move(entry));
        }
        to_.determinations.insert(to_.determinations.end(), from_.determinations.begin(),
                                  from_.determinations.end());
        for (Criterion criterion : from_.criteria) {
            criterion.when = moved(criterion.when);
            criterion.determination += first_determination;
            criterion.cite.clear();  // positions in the file's own sources
            to_.criteria.push_back(std::move(criterion));
        }
    }

 private:
    Test moved(Test test) const {
        if (test.kind == Test::Kind::condition) test.index += first_condition_;
        if (test.kind == Test::Kind::fact) return moved_fact(std::move(test));
        for (Test& operand : test.operands) operand = moved(std::move(operand));
        return test;
    }

    /// Answers that the other file does not know are no longer asked for: no combination has them.
    Test moved_fact(Test test) const {
        const Fact& fact = from_.facts[test.index];
        test.index = places_[test.index];
        if (is_integer(fact)) return test;
        std::vector<std::int64_t> values;
        for (const std::int64_t value : test.values) {
            const auto place = to_.facts[test.index].value_of(fact.text_of(value));
            if (place) values.push_back(*place);
        }
        // A comparison with choices is `among` once it is resolved, whatever was written.
        test.values = std::move(values);
        return test;
    }

    const Criteria& from_;
    const Places& places_;
    Criteria& to_;
    std::size_t first_condition_;
};

/// Puts a fact where the second file has it, behind the one before it.
std::size_t insert_fact(std::vector<Fact>& facts, std::size_t at, Fact fact, Places& first,
                        Places& second, std::size_t second_known) {
    facts.insert(facts.begin() + static_cast<std::ptrdiff_t>(at), std::move(fact));
    for (std::size_t& place : first) place += place >= at ? 1U : 0U;
    for (std::size_t i = 0; i < second_known; ++i) second[i] += second[i] >= at ? 1U : 0U;
    return at;
}

}  // namespace

UnitedCriteria unite(const Criteria& first, const Criteria& second) {
    UnitedCriteria united;
    std::vector<Fact>& facts = united.criteria.facts;
    Places first_places;
    Places second_places(second.facts.size());
    for (const Fact& fact : first.facts) {
        first_places.push_back(facts.size());
        facts.push_back(without_silence(fact));
    }
    for (std::size_t i = 0; i < second.facts.size(); ++i) {
        const auto partner = first.fact_of(second.facts[i].id);
        if (partner) {
            Fact& known = facts[first_places[*partner]];
            if (auto shared = shared_fact(known, second.facts[i])) {
                known = std::move(*shared);
                second_places[i] = first_places[*partner];
                continue;
            }
        }
        Fact own = without_silence(second.facts[i]);
        if (partner) {
            facts[first_places[*partner]].id += " (first)";
            own.id += " (second)";
        }
        const std::size_t at = i == 0 ? 0 : second_places[i - 1] + 1;
        second_places[i] = insert_fact(facts, at, std::move(own), first_places, second_places, i);
    }
    Mover(first, first_places, united.criteria).move();
    united.second_conditions = united.criteria.conditions.size();
    united.second_impossible = united.criteria.impossible.size();
    united.second_determinations = united.criteria.determinations.size();
    Mover(second, second_places, united.criteria).move();
    return united;
}

}  // namespace scr::criteria
