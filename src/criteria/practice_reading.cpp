// Deadlines, review kinds and examples: what a criteria file says of the practice around the rules.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/rule_reading.hpp"
#include "criteria/words.hpp"
#include "scr/criteria/cell.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

/// A required word out of a closed list.
std::string read_word(TableReader& table, std::string_view key,
                      const std::vector<std::string>& words, const Text* written, Draft& draft) {
    if (!written) return "";
    if (std::find(words.begin(), words.end(), written->value) == words.end())
        draft.faults.add(
            written->span(),
            fmt::format("`{}` of {} cannot be `{}`", key, table.what(), written->value),
            fmt::format("it is one of {}", text::join(words, ", ")),
            draft.faults.did_you_mean(written->value, words));
    return written->value;
}

void read_clock(TableReader& table, DeadlineRule& deadline, Draft& draft) {
    if (const Text* const within = table.required_text("within")) {
        deadline.within = text::trim(within->value);
        if (!is_period(deadline.within)) refuse_period(*within, draft);
    }
    deadline.from = read_word(table, "from", deadline_starts(), table.required_text("from"), draft);
    const Text* const until = table.text("until");
    if (!until) return;
    deadline.until = until->value;
    if (!is_identifier(until->value))
        draft.faults.add(until->span(), fmt::format("not a name: `{}`", until->value),
                         "a name is small letters, digits and underscores, a letter first");
}

std::optional<std::string> cell_of(const Node& value) {
    if (const auto* const text = std::get_if<Text>(&value.value)) return text->value;
    if (const auto* const number = std::get_if<std::int64_t>(&value.value))
        return fmt::format("{}", *number);
    if (const bool* const truth = std::get_if<bool>(&value.value)) return *truth ? "yes" : "no";
    return std::nullopt;
}

const Table* table_under(TableReader& table, std::string_view key) {
    const Node* const node = table.node(key);
    if (!node) return nullptr;
    const Table* const inner = std::get_if<Table>(&node->value);
    if (!inner) table.wrong_type(key, node->span, "a table such as { name = \"answer\" }");
    return inner;
}

Answers read_example_facts(TableReader& table, Draft& draft) {
    Answers answers(draft.criteria.facts.size());
    const Table* const facts = table_under(table, "facts");
    if (!facts) return answers;
    for (const Entry& entry : *facts) {
        const auto index = draft.criteria.fact_of(entry.key);
        if (!index) {
            draft.faults.add(entry.key_span, fmt::format("unknown fact `{}`", entry.key), "",
                             draft.faults.did_you_mean(entry.key, ids_of(draft.criteria.facts)));
            continue;
        }
        if (draft.broken_facts.contains(*index)) continue;
        const auto cell = cell_of(entry.node);
        if (!cell) {
            table.wrong_type(entry.key, entry.node.span, "a text, a whole number, true or false");
            continue;
        }
        CellResult read = read_cell(draft.criteria.facts[*index], *cell);
        if (!read.problem.empty())
            draft.faults.add(entry.node.span, read.problem, read.note, read.help);
        answers[*index] = read.answer;
    }
    return answers;
}

/// One `determination = "outcome"` of an example.
void read_expectation(const Entry& entry, Example& example, TableReader& table, Draft& draft) {
    const auto& determinations = draft.criteria.determinations;
    const auto index = draft.criteria.determination_of(entry.key);
    const Text* const written = std::get_if<Text>(&entry.node.value);
    if (!index) {
        refuse_determination(entry.key_span, entry.key, draft);
        return;
    }
    if (!written) {
        table.wrong_type(entry.key, entry.node.span, "an outcome in quotes");
        return;
    }
    const Determination& determination = determinations[*index];
    const auto outcome = determination.outcome_of(written->value);
    example.expect[*index] = outcome;
    if (outcome || written->value == "undetermined") return;
    if (draft.broken_determinations.contains(*index)) return;
    std::vector<std::string> outcomes = ids_of(determination.outcomes);
    outcomes.push_back("undetermined");
    draft.faults.add(written->span(),
                     fmt::format("unknown outcome of `{}`: `{}`", entry.key, written->value),
                     fmt::format("outcomes are {}", text::join(outcomes, ", ")),
                     draft.faults.did_you_mean(written->value, outcomes));
}

}  // namespace

void refuse_period(const Text& written, Draft& draft) {
    draft.faults.add(written.span(), fmt::format("not a length of time: `{}`", written.value),
                     "a count from 1 to 1000 and working days, days, weeks, months or years",
                     "write for example `5 working days`");
}

void read_deadlines(TableReader& root, Resolver& resolver, Draft& draft) {
    Ids ids;
    for (TableReader& table : root.list("deadline", "deadline")) {
        DeadlineRule deadline;
        deadline.id = read_id(table, "deadline", ids, draft);
        read_clock(table, deadline, draft);
        if (const Text* const when = table.text("when"))
            deadline.when = resolver.resolve(*when, Scope::deadline);
        deadline.span = table.span_of("id");
        deadline.owner = table.text_or("owner", "");
        deadline.force = read_force(table, draft);
        deadline.cite = read_citations(table, draft);
        table.refuse_unknown_keys();
        draft.criteria.deadlines.push_back(std::move(deadline));
    }
}

void read_review_kinds(TableReader& root, Draft& draft) {
    static const std::vector<std::string> published{"yes", "optional", "no"};
    std::vector<std::string> outcomes;
    for (const Determination& determination : draft.criteria.determinations) {
        for (const Outcome& outcome : determination.outcomes) outcomes.push_back(outcome.id);
    }
    const bool outcomes_known = draft.broken_determinations.empty();
    Ids ids;
    for (TableReader& table : root.list("review_kind", "review kind")) {
        ReviewKind kind;
        kind.id = read_id(table, "review kind", ids, draft);
        kind.label = table.text_or("label", kind.id);
        for (const Text* const after : table.texts("after")) {
            kind.after.push_back(after->value);
            const bool known =
                std::find(outcomes.begin(), outcomes.end(), after->value) != outcomes.end();
            if (!known && outcomes_known)
                draft.faults.add(after->span(), fmt::format("unknown outcome `{}`", after->value),
                                 fmt::format("outcomes are {}", text::join(outcomes, ", ")),
                                 draft.faults.did_you_mean(after->value, outcomes));
        }
        if (const Text* const word = table.text("published"))
            kind.published = read_word(table, "published", published, word, draft);
        table.refuse_unknown_keys();
        draft.criteria.review_kinds.push_back(std::move(kind));
    }
}

void read_examples(TableReader& root, Draft& draft) {
    auto& examples = draft.criteria.examples;
    for (TableReader& table : root.list("example", "example")) {
        Example example;
        example.span = table.place();
        example.name = table.text_or("name", fmt::format("example {}", examples.size() + 1));
        example.facts = read_example_facts(table, draft);
        const Table* const expect = table_under(table, "expect");
        if (expect != nullptr) {
            for (const Entry& entry : *expect) read_expectation(entry, example, table, draft);
        }
        // It would pass whatever the criteria say.
        if (expect == nullptr || expect->empty()) {
            draft.faults.add(example.span, "the example expects nothing", "",
                             "add what should come out: `expect = { question = \"outcome\" }`");
        }
        table.refuse_unknown_keys();
        examples.push_back(std::move(example));
    }
}

}  // namespace scr::criteria
