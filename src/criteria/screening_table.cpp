#include "scr/criteria/screening_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <stdexcept>

#include "criteria/joint_walks.hpp"
#include "criteria/written_cells.hpp"
#include "scr/failure.hpp"

namespace scr::criteria {
namespace {

using FactSet = std::uint64_t;
using Codes = std::array<Code, ScreeningTable::fact_limit>;

constexpr FactSet bit(std::size_t fact) {
    return FactSet{1} << fact;
}

template <class Visit>
void each(FactSet facts, Visit&& visit) {
    for (; facts != 0; facts &= facts - 1) visit(static_cast<std::size_t>(std::countr_zero(facts)));
}

std::vector<std::size_t> positions(FactSet facts) {
    std::vector<std::size_t> result;
    each(facts, [&](std::size_t fact) { result.push_back(fact); });
    return result;
}

std::vector<FactCodes> fact_codes(const Criteria& criteria, const Levels& levels, Blanks blanks) {
    std::vector<FactCodes> codes;
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        codes.emplace_back(criteria, levels, i, blanks);
        if (codes.back().count() > CellCodes::unusual) throw std::length_error("too many answers");
    }
    return codes;
}

}  // namespace

struct ScreeningTable::State {
    State(const Criteria& given, Blanks blanks, Silence silence_wanted, const CodedFacts& coded);

    const Criteria& criteria;
    Diagrams diagrams;
    std::vector<FactCodes> codes;
    std::vector<CellCodes> cells;
    std::vector<Code> empty_cells;  ///< the code of an empty cell, by fact
    std::vector<JointWalk> walks;
    /// By walk and terminal: several outcomes are possible.
    std::vector<std::vector<bool>> undetermined;
    /// By determination and fact: the terminal 1 where the fact matters.
    std::vector<std::vector<CodeDiagram>> relevance;
    std::vector<std::vector<std::array<std::uint32_t, 2>>> relevance_terminals;
    bool tells_silence;
    FactSet defaulted = 0;  ///< facts that a blank answers
    FactSet sharing = 0;    ///< facts that are, when blank, their partner's answer

    bool matters(std::size_t fact, const Code* record) const;
    FactSet those_that_matter(FactSet facts, const Code* record) const;
    FactSet read_silence(Codes& record) const;
    FactSet open_facts(const Codes& record) const;
    FactSet assumed(const Codes& read, FactSet silent) const;
    bool walk(const Codes& record, Verdict& verdict, bool& open) const;

 private:
    void add_cells(std::size_t fact, const AnswerCodes* coded);
    void add_relevance();
};

ScreeningTable::State::State(const Criteria& given, Blanks blanks, Silence silence_wanted,
                             const CodedFacts& coded)
    : criteria(given),
      diagrams(given),
      codes(fact_codes(given, diagrams.levels(), blanks)),
      walks(joint_walks(given, diagrams, codes)),
      tells_silence(silence_wanted == Silence::told && blanks == Blanks::take_default) {
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        add_cells(i, coded.empty() ? nullptr : coded[i]);
        if (blanks != Blanks::take_default) continue;
        if (criteria.facts[i].if_blank)
            defaulted |= bit(i);
        else if (criteria.facts[i].if_blank_same_as)
            sharing |= bit(i);
    }
    for (const JointWalk& walk : walks) {
        std::vector<bool> several;
        for (Possible set : walk.terminals) {
            if (walk.determination && walk.first_criterion < 64)
                set &= (Possible{1} << walk.first_criterion) - 1;
            several.push_back(walk.determination && std::popcount(set) > 1);
        }
        undetermined.push_back(std::move(several));
    }
    add_relevance();
}

void ScreeningTable::State::add_cells(std::size_t i, const AnswerCodes* coded) {
    const Fact& fact = criteria.facts[i];
    cells.push_back(coded != nullptr ? coded_cells(fact, codes[i], *coded)
                                     : usual_cells(fact, codes[i]));
    empty_cells.push_back(coded != nullptr ? code_of(coded->blank(), codes[i]) : codes[i].blank());
}

void ScreeningTable::State::add_relevance() {
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        Relevance& of = diagrams.relevance(i);
        relevance.emplace_back();
        relevance_terminals.emplace_back();
        for (std::size_t fact = 0; fact < criteria.facts.size(); ++fact) {
            const NodeId root = of.root(diagrams.levels().level(fact));
            const NumberedDiagram numbered = number_diagram(of.forest(), root);
            relevance.back().emplace_back(numbered, diagrams.levels(), codes);
            std::array<std::uint32_t, 2> terminals{};
            for (std::size_t k = 0; k < numbered.terminals.size(); ++k)
                terminals.at(k) = static_cast<std::uint32_t>(numbered.terminals[k]);
            relevance_terminals.back().push_back(terminals);
        }
    }
}

bool ScreeningTable::State::matters(std::size_t fact, const Code* record) const {
    for (std::size_t i = 0; i < relevance.size(); ++i) {
        if (relevance_terminals[i][fact][relevance[i][fact].walk(record)] != 0) return true;
    }
    return false;
}

FactSet ScreeningTable::State::those_that_matter(FactSet facts, const Code* record) const {
    FactSet result = 0;
    each(facts, [&](std::size_t fact) {
        if (matters(fact, record)) result |= bit(fact);
    });
    return result;
}

/// Turns blanks that share their partner's answer into that answer, or into its unknown. The facts
/// that silence answers.
FactSet ScreeningTable::State::read_silence(Codes& record) const {
    FactSet silent = 0;
    each(defaulted, [&](std::size_t fact) {
        if (record[fact] == codes[fact].blank()) silent |= bit(fact);
    });
    each(sharing, [&](std::size_t fact) {
        if (record[fact] != codes[fact].blank()) return;
        const std::size_t partner = *criteria.facts[fact].if_blank_same_as;
        const auto answer = codes[partner].answer(record[partner]);
        record[fact] = answer ? *answer : codes[fact].tied();
        if (answer) silent |= bit(fact);
    });
    return silent;
}

FactSet ScreeningTable::State::open_facts(const Codes& record) const {
    FactSet open = 0;
    for (std::size_t fact = 0; fact < codes.size(); ++fact) {
        if (codes[fact].is_open(record[fact])) open |= bit(fact);
    }
    return open;
}

/// Of the silent facts those that matter when nothing is taken from silence: then each is open, or
/// tied to its partner where that is silent too, and it is the partner that may matter.
FactSet ScreeningTable::State::assumed(const Codes& read, FactSet silent) const {
    Codes record = read;
    FactSet candidates = silent;
    each(silent, [&](std::size_t fact) {
        record[fact] = codes[fact].open();
        const auto partner = criteria.facts[fact].if_blank_same_as;
        if ((sharing & bit(fact)) == 0 || (silent & bit(*partner)) == 0) return;
        record[fact] = codes[fact].tied();
        candidates &= ~bit(fact);
    });
    return those_that_matter(candidates, record.data());
}

bool ScreeningTable::State::walk(const Codes& record, Verdict& verdict, bool& open) const {
    for (std::size_t i = 0; i < walks.size(); ++i) {
        const std::uint32_t terminal = walks[i].diagram.walk(record.data());
        if (walks[i].terminals[terminal] == 0) return false;
        verdict.outcomes = verdict.outcomes * walks[i].terminals.size() + terminal;
        open = open || undetermined[i][terminal];
    }
    return true;
}

ScreeningTable::ScreeningTable(std::unique_ptr<State> state) : state_(std::move(state)) {}
ScreeningTable::~ScreeningTable() = default;

std::unique_ptr<ScreeningTable> ScreeningTable::make(const Criteria& criteria, Blanks blanks,
                                                     Silence silence, const CodedFacts& coded) {
    if (criteria.facts.empty() || criteria.facts.size() > fact_limit) return nullptr;
    std::unique_ptr<State> state;
    try {
        state = std::make_unique<State>(criteria, blanks, silence, coded);
    } catch (const std::length_error&) {
        return nullptr;
    } catch (const Failure&) {
        return nullptr;  // the diagrams joined outgrow the limit that those apart may keep
    }
    std::uint64_t numbers = 1;
    for (const JointWalk& walk : state->walks) {
        if (numbers > std::numeric_limits<std::uint64_t>::max() / walk.terminals.size())
            return nullptr;
        numbers *= walk.terminals.size();
    }
    return std::unique_ptr<ScreeningTable>(new ScreeningTable(std::move(state)));
}

const Criteria& ScreeningTable::criteria() const {
    return state_->criteria;
}

const CellCodes& ScreeningTable::cells(std::size_t fact) const {
    return state_->cells[fact];
}

Code ScreeningTable::blank(std::size_t fact) const {
    return state_->empty_cells[fact];
}

std::size_t ScreeningTable::code_limit() const {
    std::size_t limit = 0;
    for (const FactCodes& codes : state_->codes) limit = std::max(limit, codes.count());
    return limit;
}

bool ScreeningTable::screen(const Code* codes, Verdict& verdict) const {
    Codes record{};
    std::copy_n(codes, state_->codes.size(), record.begin());
    verdict = {};
    const FactSet silent = state_->read_silence(record);
    bool open = false;
    if (!state_->walk(record, verdict, open)) return false;
    if (open) {
        verdict.missing = state_->those_that_matter(state_->open_facts(record), record.data());
    }
    if (state_->tells_silence) {
        verdict.silent = silent;
        verdict.assumed = state_->assumed(record, silent);
    }
    return true;
}

Screening ScreeningTable::screening(const Verdict& verdict) const {
    Screening screening;
    screening.findings.resize(state_->criteria.determinations.size());
    std::uint64_t number = verdict.outcomes;
    for (auto walk = state_->walks.rbegin(); walk != state_->walks.rend(); ++walk) {
        const Possible set = walk->terminals[number % walk->terminals.size()];
        number /= walk->terminals.size();
        for (std::size_t i = 0; i < walk->criteria.size(); ++i) {
            if ((set >> (walk->first_criterion + i) & 1) != 0)
                screening.criteria.push_back(walk->criteria[i]);
        }
        if (!walk->determination) continue;
        const Possible outcomes = set & ((Possible{1} << walk->first_criterion) - 1);
        screening.findings[*walk->determination].possible = OutcomeSet::of_bits(outcomes);
    }
    std::sort(screening.criteria.begin(), screening.criteria.end());
    screening.missing = positions(verdict.missing);
    screening.assumed = positions(verdict.assumed);
    screening.reading.from_silence = positions(verdict.silent);
    return screening;
}

}  // namespace scr::criteria
