#include "criteria/rule_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "criteria/condition_cycles.hpp"
#include "criteria/words.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::size_t most_outcomes = 60;  // a set of outcomes is one machine word

void check_rule_name(const Entry& entry, std::string_view what, Draft& draft) {
    draft.names.add(entry.key, what, entry.key_span, draft.faults);
    if (is_reserved_word(entry.key))
        draft.faults.add(entry.key_span,
                         fmt::format("`{}` cannot be the name of a {}", entry.key, what),
                         "and, or, not, in, implies, unknown, yes, no have meanings of their own");
}

/// What a screening says beside its determinations, in the columns and keys of every form.
constexpr std::array<std::string_view, 14> said_of_a_screening{
    "ref",     "line",    "case",    "notification", "children", "screening", "trial",
    "missing", "assumed", "problem", "criteria",     "receipt",  "deadlines", "explanation"};

void check_determination_name(const Entry& entry, Draft& draft) {
    check_rule_name(entry, "determination", draft);
    const std::string& name = entry.key;
    const auto refuse = [&](const std::string& note) {
        draft.faults.add(entry.key_span,
                         fmt::format("`{}` cannot be the name of a determination", name), note);
    };
    if (std::ranges::find(said_of_a_screening, name) != said_of_a_screening.end())
        refuse("what a screening says beside its determinations is called " +
               fmt::format("{}", fmt::join(said_of_a_screening, ", ")));
    else if (name.ends_with("_possible"))
        refuse("beside each determination stands what is possible, as NAME_possible");
}

/// The text of a required expression and, at its end, what it was resolved to.
Test read_test(TableReader& table, std::string_view key, std::string& text, Resolver& resolver,
               Scope scope) {
    const Text* const written = table.required_text(key);
    if (!written) return {};
    text = written->value;
    return resolver.resolve(*written, scope);
}

void read_outcomes(TableReader& table, Determination& determination, Draft& draft) {
    Ids ids;
    for (TableReader& row : table.list("outcomes", "outcome")) {
        Outcome outcome;
        outcome.id = read_id(row, "outcome", ids, draft);
        outcome.span = row.span_of("id");
        outcome.label = row.text_or("label", outcome.id);
        if (outcome.id == "undetermined" || is_reserved_word(outcome.id))
            draft.faults.add(row.node("id")->span,
                             fmt::format("`{}` cannot be the id of an outcome", outcome.id),
                             "it has a meaning of its own");
        row.refuse_unknown_keys();
        determination.outcomes.push_back(std::move(outcome));
    }
}

/// The position of an outcome by the id under `key`, which is required.
std::size_t read_outcome(TableReader& table, std::string_view key,
                         const Determination& determination, Draft& draft) {
    const Text* const written = table.required_text(key);
    if (!written) return 0;
    if (const auto position = determination.outcome_of(written->value)) return *position;
    const auto outcomes = ids_of(determination.outcomes);
    draft.faults.add(written->span(),
                     fmt::format("unknown outcome of `{}`: `{}`", determination.id, written->value),
                     fmt::format("outcomes are {}", text::join(outcomes, ", ")),
                     draft.faults.did_you_mean(written->value, outcomes));
    return 0;
}

/// The determination and the outcome that a criterion argues for.
void read_aim(TableReader& table, Criterion& criterion, Draft& draft) {
    const auto& determinations = draft.criteria.determinations;
    const Text* const written = table.required_text("determination");
    const auto index = written ? draft.criteria.determination_of(written->value) : std::nullopt;
    if (index) criterion.determination = *index;
    if (index && !draft.broken_determinations.contains(*index)) {
        criterion.outcome = read_outcome(table, "outcome", determinations[*index], draft);
        return;
    }
    table.required_text("outcome");
    if (written && !index) refuse_determination(written->span(), written->value, draft);
}

}  // namespace

std::string read_id(TableReader& table, std::string_view what, Ids& ids, Draft& draft) {
    const Text* const id = table.required_text("id");
    if (!id) return "";
    if (!is_identifier(id->value))
        draft.faults.add(id->span(), fmt::format("not an id: `{}`", id->value),
                         "an id is small letters, digits and underscores, a letter first");
    ids.add(id->value, what, id->span(), draft.faults);
    return id->value;
}

void refuse_determination(Span span, const std::string& name, Draft& draft) {
    const auto known = ids_of(draft.criteria.determinations);
    draft.faults.add(span, fmt::format("unknown determination `{}`", name),
                     draft.faults.known("determination", known),
                     draft.faults.did_you_mean(name, known));
}

void read_determinations(TableReader& root, Draft& draft) {
    for (auto& [entry, table] : root.named("determination")) {
        check_determination_name(*entry, draft);
        Determination determination;
        determination.id = entry->key;
        if (const Text* const ask = table.required_text("ask")) determination.ask = ask->value;
        const std::size_t faults_before = draft.faults.size();
        const Entry* const outcomes = table.entry("outcomes");
        if (!outcomes) table.missing("outcomes");
        read_outcomes(table, determination, draft);
        const std::size_t count = determination.outcomes.size();
        const bool faultless = draft.faults.size() == faults_before;
        if (faultless && count == 0)
            draft.faults.add(outcomes->node.span, fmt::format("{} has no outcomes", table.what()));
        if (count > most_outcomes)
            draft.faults.add(outcomes->node.span,
                             fmt::format("{} has {} outcomes", table.what(), count),
                             fmt::format("at most {} are allowed", most_outcomes));
        if (draft.faults.size() == faults_before)
            determination.otherwise = read_outcome(table, "otherwise", determination, draft);
        else {
            table.required_text("otherwise");
            draft.broken_determinations.insert(draft.criteria.determinations.size());
        }
        table.refuse_unknown_keys();
        draft.criteria.determinations.push_back(std::move(determination));
    }
}

std::vector<TableReader> read_condition_names(TableReader& root, Draft& draft) {
    std::vector<TableReader> tables;
    for (auto& [entry, table] : root.named("condition")) {
        check_rule_name(*entry, "condition", draft);
        Condition condition;
        condition.id = entry->key;
        condition.span = entry->key_span;
        if (const Text* const text = table.required_text("text")) condition.text = text->value;
        draft.criteria.conditions.push_back(std::move(condition));
        tables.push_back(std::move(table));
    }
    return tables;
}

void read_condition_tests(std::vector<TableReader>& tables, Resolver& resolver, Draft& draft) {
    std::vector<Span> places;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        Condition& condition = draft.criteria.conditions[i];
        condition.when = read_test(tables[i], "when", condition.when_text, resolver, Scope::test);
        const Node* const when = tables[i].node("when");
        places.push_back(when ? when->span : tables[i].place());
        tables[i].refuse_unknown_keys();
    }
    refuse_cycles(draft.criteria.conditions, places, draft.faults);
}

void read_impossible(TableReader& root, Resolver& resolver, Draft& draft) {
    for (TableReader& table : root.list("impossible", "impossible entry")) {
        Impossible impossible;
        impossible.when = read_test(table, "when", impossible.when_text, resolver, Scope::test);
        impossible.span = table.span_of("when");
        if (const Text* const text = table.required_text("text")) impossible.text = text->value;
        table.refuse_unknown_keys();
        draft.criteria.impossible.push_back(std::move(impossible));
    }
}

void read_criterion_list(TableReader& root, Resolver& resolver, Draft& draft) {
    Ids ids;
    for (TableReader& table : root.list("criterion", "criterion")) {
        Criterion criterion;
        criterion.id = read_id(table, "criterion", ids, draft);
        criterion.span = table.span_of("id");
        read_aim(table, criterion, draft);
        criterion.when = read_test(table, "when", criterion.when_text, resolver, Scope::test);
        if (const Text* const text = table.required_text("text")) criterion.text = text->value;
        criterion.cite = read_citations(table, draft);
        criterion.force = read_force(table, draft);
        criterion.eye = table.text_or("eye", "");
        table.refuse_unknown_keys();
        draft.criteria.criteria.push_back(std::move(criterion));
    }
}

void read_claims(TableReader& root, Resolver& resolver, Draft& draft) {
    for (TableReader& table : root.list("property", "property")) {
        Claim claim;
        claim.test = read_test(table, "claim", claim.claim_text, resolver, Scope::claim);
        claim.text = table.text_or("text", claim.claim_text);
        const Node* const written = table.node("claim");
        claim.span = written ? written->span : table.place();
        table.refuse_unknown_keys();
        draft.criteria.claims.push_back(std::move(claim));
    }
}

}  // namespace scr::criteria
