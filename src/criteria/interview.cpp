#include "scr/criteria/interview.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t letters = 26;

/// `2` as the second of `count`.
std::optional<std::size_t> numbered(const std::string& typed, std::size_t count) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc() || end != typed.data() + typed.size()) return std::nullopt;
    if (number < 1 || number > count) return std::nullopt;
    return number - 1;
}

/// By source, in the order of the file: the provisions that the criteria which look at a fact rest
/// on, each once.
std::map<std::size_t, std::vector<std::string>> provisions_behind(const Criteria& criteria,
                                                                  std::size_t fact) {
    std::map<std::size_t, std::vector<std::string>> result;
    for (const auto& criterion : criteria.criteria) {
        if (!facts_in(criteria, criterion.when).contains(fact)) continue;
        for (const auto& [source, provision] : criterion.cite) {
            auto& provisions = result[source];
            if (!provision) continue;
            const auto& id = criteria.sources[source].provisions[*provision].id;
            if (std::ranges::find(provisions, id) == provisions.end()) provisions.push_back(id);
        }
    }
    return result;
}

}  // namespace

Interview::Interview(const Screener& screener, Order order)
    : criteria_(screener.criteria()),
      questions_(screener),
      order_(order),
      answers_(screener.criteria().facts.size()) {}

std::optional<std::size_t> Interview::next() {
    if (order_ == Order::of_the_file) return questions_.next_in_order(answers_);
    const auto question = questions_.next(answers_);
    return question ? std::optional(question->fact) : std::nullopt;
}

std::optional<std::size_t> Interview::next_not_silent() {
    for (std::size_t fact = 0; fact < answers_.size(); ++fact) {
        const auto& silent = criteria_.facts[fact].if_blank;
        if (!silent || answers_[fact].state != Answer::State::blank) continue;
        const auto left = questions_.answers_left(answers_, fact);
        if (left.size() > 1 && std::ranges::find(left, *silent) == left.end()) return fact;
    }
    return std::nullopt;
}

std::optional<std::size_t> Interview::next_for_the_record() {
    for (std::size_t fact = 0; fact < answers_.size(); ++fact) {
        const bool asked = answers_[fact].state != Answer::State::blank || left_out_.contains(fact);
        if (!asked && questions_.answers_left(answers_, fact).size() > 1) return fact;
    }
    return std::nullopt;
}

std::vector<std::string> Interview::choices(std::size_t fact) {
    std::vector<std::string> words;
    if (criteria_.facts[fact].type == FactType::integer) return words;
    for (const auto value : questions_.answers_left(answers_, fact)) {
        words.push_back(criteria_.facts[fact].text_of(value));
    }
    words.emplace_back("unknown");
    return words;
}

/// The word that was meant by a mark; a word goes before a mark that looks like it.
std::optional<std::string> Interview::word_for(std::size_t fact, const std::string& typed) {
    const auto words = choices(fact);
    const auto lower = text::to_lower(typed);
    if (std::ranges::find(words, lower) != words.end()) return std::nullopt;
    if (const auto position = numbered(lower, words.size())) return words[*position];
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (choice_mark(i, words.size()) == lower) return words[i];
    }
    return std::nullopt;
}

std::optional<Objection> Interview::take(std::size_t fact, std::string_view typed) {
    const std::string trimmed(text::trim(typed));
    if (trimmed.empty()) return Objection{"that is no answer", ""};
    const auto word = word_for(fact, trimmed).value_or(trimmed);
    const auto read = read_cell(criteria_.facts[fact], word);
    if (!read.problem.empty()) return Objection{read.problem, read.help};
    if (read.answer.state == Answer::State::given) {
        const auto left = questions_.answers_left(answers_, fact);
        if (std::ranges::find(left, read.answer.value) == left.end()) {
            return Objection{"the answers before rule that out", "< goes back"};
        }
    }
    answers_[fact] = read.answer;
    steps_.push_back(fact);
    return std::nullopt;
}

void Interview::leave_out(std::size_t fact) {
    left_out_.insert(fact);
    steps_.push_back(fact);
}

bool Interview::go_back() {
    if (steps_.empty()) return false;
    answers_[steps_.back()] = Answer::blank();
    left_out_.erase(steps_.back());
    steps_.pop_back();
    return true;
}

std::vector<std::size_t> Interview::answered() const {
    std::vector<std::size_t> facts;
    for (const std::size_t fact : steps_) {
        if (!left_out_.contains(fact)) facts.push_back(fact);
    }
    return facts;
}

std::vector<std::pair<std::size_t, Answer>> Interview::implied() {
    std::vector<std::pair<std::size_t, Answer>> result;
    for (std::size_t fact = 0; fact < answers_.size(); ++fact) {
        if (answers_[fact].state != Answer::State::blank) continue;
        const auto left = questions_.answers_left(answers_, fact);
        if (left.size() == 1) result.emplace_back(fact, Answer::given(left.front()));
    }
    return result;
}

std::vector<std::string> question_note(const Criteria& criteria, std::size_t asked) {
    const Fact& fact = criteria.facts[asked];
    std::vector<std::string> lines{fact.note.empty() ? "the file has no note on it" : fact.note};
    if (fact.judgement) lines.front() += " (a professional's judgement)";
    for (const auto& [source, provisions] : provisions_behind(criteria, asked)) {
        auto line = criteria.citation_text({.source = source, .provision = {}});
        if (!provisions.empty()) line += ": " + text::join(provisions, "; ");
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string choice_mark(std::size_t position, std::size_t count) {
    if (count > letters) return std::to_string(position + 1);
    return std::string(1, static_cast<char>('a' + static_cast<int>(position)));
}

}  // namespace scr::criteria
