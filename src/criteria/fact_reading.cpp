#include "criteria/fact_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "criteria/fact_partners.hpp"
#include "criteria/words.hpp"
#include "scr/text/strings.hpp"

namespace scr::criteria {
namespace {

constexpr std::int64_t default_most = 1'000'000;
/// Far from where sums of integers overflow.
constexpr std::int64_t farthest_end = 1'000'000'000'000;
constexpr std::size_t most_answers = 1000;

/// Reads one fact. `broken` says that its type, answers or range could not be had, so that nothing
/// is checked against them.
class FactReader {
 public:
    FactReader(const std::string& id, TableReader& table, Draft& draft)
        : table_(table), faults_(draft.faults) {
        fact_.id = id;
    }

    Fact read() {
        read_type();
        read_choices();
        read_range();
        if (const Text* const ask = table_.required_text("ask")) fact_.ask = ask->value;
        fact_.note = table_.text_or("note", "");
        fact_.unit = table_.text_or("unit", "");
        fact_.judgement = table_.flag("judgement");
        fact_.if_blank = default_answer("if_blank");
        fact_.if_unknown = default_answer("if_unknown");
        read_grounds();
        read_years();
        return std::move(fact_);
    }

    bool broken() const { return broken_; }

 private:
    void read_type() {
        static const std::vector<std::string> types{"yes_no", "choice", "integer"};
        const Text* const type = table_.required_text("type");
        const auto found = std::find(types.begin(), types.end(), type ? type->value : "");
        broken_ = found == types.end();
        if (type && broken_)
            faults_.add(type->span(), fmt::format("unknown type `{}`", type->value),
                        "types are yes_no, choice, integer",
                        faults_.did_you_mean(type->value, types));
        if (broken_) return;
        fact_.type = static_cast<FactType>(found - types.begin());
        if (fact_.type == FactType::yes_no) fact_.choices = {"yes", "no"};
    }

    /// Whether the key is there and belongs to facts of this type; a fault where it does not.
    bool belongs(std::string_view key, FactType type, std::string_view type_name) {
        const Entry* const entry = table_.entry(key);
        if (!entry || broken_) return false;
        if (fact_.type == type) return true;
        faults_.add(entry->key_span,
                    fmt::format("{} has `{}` and is not of type {}", table_.what(), key, type_name),
                    "", fmt::format("write `type = \"{}\"`, or leave `{}` out", type_name, key));
        return false;
    }

    void read_choices() {
        if (!belongs("choices", FactType::choice, "choice")) {
            if (broken_ || fact_.type != FactType::choice) return;
            table_.missing("choices");
            broken_ = true;
            return;
        }
        const std::size_t faults_before = faults_.size();
        const auto choices = table_.texts("choices");
        if (choices.size() > most_answers)
            faults_.add(table_.node("choices")->span,
                        fmt::format("more than {} answers", most_answers));
        else if (choices.empty() && faults_.size() == faults_before)
            faults_.add(table_.node("choices")->span, "`choices` is empty");
        else
            for (const Text* const choice : choices) add_choice(*choice);
        broken_ = faults_.size() > faults_before;
    }

    void add_choice(const Text& choice) {
        auto& choices = fact_.choices;
        if (!is_answer(choice.value))
            faults_.add(choice.span(), fmt::format("not an answer: `{}`", choice.value),
                        "an answer is small letters, digits, underscores and hyphens");
        else if (choice.value == "unknown")
            faults_.add(choice.span(), "`unknown` cannot be among the choices",
                        "every fact may be answered unknown", "leave it out");
        else if (is_operator_word(choice.value))
            faults_.add(choice.span(), fmt::format("`{}` is a word of expressions", choice.value),
                        "and, or, not, in, implies cannot be answers");
        else if (std::find(choices.begin(), choices.end(), choice.value) != choices.end())
            faults_.add(choice.span(), fmt::format("`{}` is there twice", choice.value));
        choices.push_back(choice.value);
    }

    void read_range() {
        fact_.most = fact_.type == FactType::integer ? default_most : 0;
        if (!belongs("range", FactType::integer, "integer")) return;
        const Node& range = *table_.node("range");
        const Array* const ends = std::get_if<Array>(&range.value);
        const bool pair = ends && ends->size() == 2;
        const auto* const least = pair ? std::get_if<std::int64_t>(&(*ends)[0].value) : nullptr;
        const auto* const most = pair ? std::get_if<std::int64_t>(&(*ends)[1].value) : nullptr;
        broken_ = true;
        if (!least || !most)
            table_.wrong_type("range", range.span, "two whole numbers, as [0, 120]");
        else if (*least > *most)
            faults_.add(range.span, "the range ends before it begins", "",
                        fmt::format("write `range = [{}, {}]`", *most, *least));
        else if (*least < -farthest_end || *most > farthest_end)
            faults_.add(range.span, fmt::format("the range goes beyond {}", farthest_end));
        else
            broken_ = false;
        if (!broken_) fact_.least = *least, fact_.most = *most;
    }

    /// The answer that `value` stands for; a fault where it stands for none.
    std::optional<std::int64_t> answer(std::string_view key, const Node& value) {
        if (broken_) return std::nullopt;
        std::string written;
        if (const auto* const text = std::get_if<Text>(&value.value))
            written = text->value;
        else if (const auto* const number = std::get_if<std::int64_t>(&value.value))
            written = fmt::format("{}", *number);
        else if (const bool* const truth = std::get_if<bool>(&value.value))
            written = *truth ? "yes" : "no";
        if (const auto found = fact_.value_of(written)) return found;
        const bool integer = fact_.type == FactType::integer;
        faults_.add(value.span,
                    fmt::format("`{}` gives no answer to `{}`: `{}`", key, fact_.id, written),
                    integer ? fmt::format("a whole number from {} to {}", fact_.least, fact_.most)
                            : fmt::format("answers are {}", text::join(fact_.choices, ", ")),
                    faults_.did_you_mean(written, fact_.choices));
        return std::nullopt;
    }

    std::optional<std::int64_t> default_answer(std::string_view key) {
        const Node* const value = table_.node(key);
        return value ? answer(key, *value) : std::nullopt;
    }

    void read_grounds() {
        const Node* const node = table_.node("ground_required_for");
        if (!node) return;
        const Array* const answers = std::get_if<Array>(&node->value);
        if (!answers) {
            table_.wrong_type("ground_required_for", node->span, "a list of answers");
            return;
        }
        for (const Node& item : *answers) {
            if (const auto value = answer("ground_required_for", item))
                fact_.ground_required_for.push_back(*value);
        }
    }

    void read_years() {
        if (!belongs("years", FactType::integer, "integer")) return;
        auto years = table_.table("years");
        if (!years) return;
        Years computed;
        if (const Text* const from = years->required_text("from"))
            computed.from = date_column(*from);
        if (!years->entry("to")) years->missing("to");
        for (const Text* const to : years->texts("to")) computed.to.push_back(date_column(*to));
        years->refuse_unknown_keys();
        fact_.years = std::move(computed);
    }

    const std::string& date_column(const Text& column) {
        const auto& columns = date_columns();
        if (std::find(columns.begin(), columns.end(), column.value) == columns.end())
            faults_.add(column.span(), fmt::format("unknown date `{}`", column.value),
                        fmt::format("dates are {}", text::join(columns, ", ")),
                        faults_.did_you_mean(column.value, columns));
        return column.value;
    }

    TableReader& table_;
    Faults& faults_;
    Fact fact_;
    bool broken_ = false;
};

void check_name(const Entry& entry, Draft& draft) {
    const std::string& name = entry.key;
    const auto& columns = reserved_columns();
    draft.names.add(name, "fact", entry.key_span, draft.faults);
    if (is_reserved_word(name))
        draft.faults.add(entry.key_span, fmt::format("`{}` cannot be the name of a fact", name),
                         "and, or, not, in, implies, unknown, yes, no have meanings of their own");
    else if (std::find(columns.begin(), columns.end(), name) != columns.end())
        draft.faults.add(entry.key_span, fmt::format("`{}` cannot be the name of a fact", name),
                         fmt::format("columns of every record are {}", text::join(columns, ", ")));
}

}  // namespace

void read_facts(TableReader& root, Draft& draft) {
    Partners partners;
    for (auto& [entry, table] : root.named("fact")) {
        const std::size_t index = draft.criteria.facts.size();
        check_name(*entry, draft);
        FactReader reader(entry->key, table, draft);
        draft.criteria.facts.push_back(reader.read());
        draft.criteria.facts.back().span = entry->key_span;
        if (reader.broken()) draft.broken_facts.insert(index);
        if (const Text* const partner = table.text("if_blank_same_as"))
            partners.emplace(index, partner);
        table.refuse_unknown_keys();
    }
    join_partners(partners, draft);
}

}  // namespace scr::criteria
