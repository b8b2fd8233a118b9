#include "scr/criteria/criteria.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// The position of the first item with this id.
template <class Items>
std::optional<std::size_t> position_of(const Items& items, std::string_view id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::string_view to_text(FactType type) {
    switch (type) {
        case FactType::yes_no: return "yes_no";
        case FactType::choice: return "choice";
        case FactType::integer: return "integer";
    }
    return "";
}

std::string_view to_text(Force force) {
    switch (force) {
        case Force::statutory: return "statutory";
        case Force::guidance: return "guidance";
        case Force::local: return "local";
    }
    return "";
}

std::optional<std::int64_t> Fact::value_of(std::string_view text) const {
    if (type == FactType::integer) {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
    }
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found == choices.end()) return std::nullopt;
    return found - choices.begin();
}

std::string Fact::text_of(std::int64_t value) const {
    if (type == FactType::integer) return fmt::format("{}", value);
    return choices.at(static_cast<std::size_t>(value));
}

std::string Fact::answers_in_words() const {
    if (type == FactType::integer)
        return fmt::format("a whole number from {} to {}, or unknown", least, most);
    return fmt::format("{}, unknown", text::join(choices, ", "));
}

std::optional<std::size_t> Determination::outcome_of(std::string_view outcome) const {
    return position_of(outcomes, outcome);
}

std::optional<std::size_t> Criteria::fact_of(std::string_view fact) const {
    return position_of(facts, fact);
}

std::optional<std::size_t> Criteria::determination_of(std::string_view determination) const {
    return position_of(determinations, determination);
}

const ReviewKind* Criteria::review_kind(std::string_view wanted) const {
    const auto position = position_of(review_kinds, wanted);
    return position ? &review_kinds[*position] : nullptr;
}

std::string Criteria::citation_text(const Citation& citation) const {
    const Source& source = sources.at(citation.source);
    std::string text = source.title;
    if (citation.provision) text += ", " + source.provisions.at(*citation.provision).id;
    return source.unverified ? text + " (unverified)" : text;
}

std::string Criteria::citations_text(const std::vector<Citation>& citations) const {
    std::vector<std::string> texts;
    for (const Citation& citation : citations) texts.push_back(citation_text(citation));
    return text::join(texts, "; ");
}

const std::vector<std::string>& reserved_columns() {
    static const std::vector<std::string> columns{
        "ref",     "agency",    "child",           "incident",      "received_on", "incident_on",
        "died_on", "harmed_on", "became_aware_on", "date_of_birth", "area",        "summary"};
    return columns;
}

const std::vector<std::string>& date_columns() {
    static const std::vector<std::string> columns{
        "received_on", "incident_on", "died_on", "harmed_on", "became_aware_on", "date_of_birth"};
    return columns;
}

std::set<std::size_t> facts_in(const Criteria& criteria, const Test& test) {
    if (test.kind == Test::Kind::fact) return {test.index};
    std::set<std::size_t> facts;
    if (test.kind == Test::Kind::condition) {
        facts = facts_in(criteria, criteria.conditions[test.index].when);
    }
    for (const auto& operand : test.operands) facts.merge(facts_in(criteria, operand));
    return facts;
}

}  // namespace scr::criteria
