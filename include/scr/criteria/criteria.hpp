#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scr/criteria/answer.hpp"
#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/document.hpp"
#include "scr/criteria/expression.hpp"

namespace scr::criteria {

enum class FactType { yes_no, choice, integer };
std::string_view to_text(FactType);

/// How an integer fact is computed when blank: completed years between two dates of the record.
struct Years {
    std::string from;             ///< a date column, for example `date_of_birth`
    std::vector<std::string> to;  ///< date columns; the first that is there counts
};

/// A question to which a record holds an answer.
struct Fact {
    std::string id;
    FactType type = FactType::yes_no;
    std::vector<std::string> choices;  ///< yes_no: `yes`, `no`; integer: none
    std::string ask;
    std::string note;
    std::string unit;
    std::int64_t least = 0;  ///< integer: the range, both ends inclusive
    std::int64_t most = 0;
    std::optional<std::int64_t> if_blank;    ///< an Answer::value
    std::optional<std::int64_t> if_unknown;  ///< an Answer::value
    std::optional<std::size_t> if_blank_same_as;
    std::optional<Years> years;
    bool judgement = false;
    std::vector<std::int64_t> ground_required_for;
    Span span{};  ///< its name

    /// The answer with this text (`yes`, `remand`, `17`), or nothing. Exact, in lower case.
    std::optional<std::int64_t> value_of(std::string_view text) const;
    /// How people and files write a given value.
    std::string text_of(std::int64_t value) const;
    /// `yes, no, unknown`, or `a whole number from 0 to 120, or unknown`.
    std::string answers_in_words() const;
};

/// An expression whose names are resolved: a tree of positions in the file's lists.
struct Test {
    enum class Kind {
        constant,
        fact,
        condition,
        outcome,
        negation,
        conjunction,
        disjunction,
        implication
    };

    Kind kind = Kind::constant;
    bool truth = false;                ///< constant
    std::size_t index = 0;             ///< fact, condition, or the determination of an outcome
    Comparison comparison{};           ///< fact (integer): equal … at_least; otherwise `among`
    std::vector<std::int64_t> values;  ///< fact: answers; outcome: positions in the determination
    std::vector<Test> operands;
    Span span{};  ///< fact: where it is written
};

struct Provision {
    std::string id;
    std::string says;
    std::string out_of_scope;  ///< the reason, where nothing here is meant to carry it
    Span span{};               ///< its id
};

struct Source {
    std::string id;
    std::string title;
    std::string url;
    bool unverified = false;
    std::vector<Provision> provisions;
};

struct Citation {
    std::size_t source = 0;
    std::optional<std::size_t> provision;
};

enum class Force { statutory, guidance, local };
std::string_view to_text(Force);

struct Condition {
    std::string id;
    std::string text;
    std::string when_text;  ///< the expression as written
    Test when;
    Span span{};  ///< its name
};

struct Impossible {
    std::string text;
    std::string when_text;
    Test when;
    Span span{};  ///< of `when`
};

struct Outcome {
    std::string id;
    std::string label;
    Span span{};  ///< its id
};

/// A question that the criteria answer, with its outcomes, strongest first.
struct Determination {
    std::string id;
    std::string ask;
    std::vector<Outcome> outcomes;
    std::size_t otherwise = 0;

    std::optional<std::size_t> outcome_of(std::string_view id) const;
};

struct Criterion {
    std::string id;
    std::size_t determination = 0;
    std::size_t outcome = 0;
    std::string text;
    std::string when_text;
    Test when;
    std::vector<Citation> cite;
    Force force = Force::guidance;
    std::string eye;  ///< calls for a person's look; printed whenever the criterion holds
    Span span{};      ///< its id
};

struct DeadlineRule {
    std::string id;
    std::string within;  ///< `5 working days`; its form is checked, its calendar is not this room's
    std::string from;
    std::string until;
    std::string owner;
    std::optional<Test> when;  ///< absent: it always runs
    Force force = Force::guidance;
    std::vector<Citation> cite;
    Span span{};  ///< its id
};

struct ReviewKind {
    std::string id;
    std::string label;
    std::vector<std::string> after;      ///< outcomes after which it may be opened without a reason
    std::string published = "optional";  ///< yes, optional, no
};

/// A consideration that people weigh on a case, with an answer and a reason.
struct Factor {
    std::string id;
    std::string text;
    std::vector<Citation> cite;
    Span span{};  ///< its id
};

/// Factors that are weighed together. No outcome follows from them: nothing is computed.
struct Checklist {
    std::string id;
    std::string title;
    std::vector<std::string> before;  ///< kinds of review before which it is weighed; may be empty
    std::vector<std::string>
        answers;  ///< at least two: yes, no, unknown unless the file has others
    std::vector<Citation> cite;
    std::vector<Factor> factors;  ///< at least one
};

struct Example {
    std::string name;
    Answers facts;
    /// For each determination that the example speaks of: an outcome, or nothing for
    /// `undetermined`.
    std::map<std::size_t, std::optional<std::size_t>> expect;
    Span span;
};

struct Claim {
    std::string text;
    std::string claim_text;
    Test test;
    Span span;
};

/// What a criteria file says of itself, and by which it is picked among others.
struct CriteriaHead {
    std::string id;
    std::string title;
    std::string kind;
    std::string jurisdiction;
    std::string in_force_from;  ///< `YYYY-MM-DD`, or blank
    std::string in_force_to;
    std::string regime_date;
    std::vector<std::string> overlaps;
    Span period_span{};  ///< of `in_force`, or of the head where it has none
};

/// A criteria file: one regime, checked and with its names resolved. Lists keep the file's order.
struct Criteria : CriteriaHead {
    std::vector<Source> sources;
    std::vector<Fact> facts;
    std::vector<Condition> conditions;
    std::vector<Impossible> impossible;
    std::vector<Determination> determinations;
    std::vector<Criterion> criteria;
    std::vector<DeadlineRule> deadlines;
    std::vector<ReviewKind> review_kinds;
    std::vector<Checklist> checklists;
    std::string recommended_by = "the subgroup";
    std::string decided_by = "the decider";
    std::string available_for = "1 year";
    std::vector<Example> examples;
    std::vector<Claim> claims;

    std::optional<std::size_t> fact_of(std::string_view id) const;
    std::optional<std::size_t> determination_of(std::string_view id) const;
    const ReviewKind* review_kind(std::string_view id) const;
    /// `Title, provision`, with `(unverified)` where the source's text was not seen.
    std::string citation_text(const Citation&) const;
    /// The citations of a rule or a factor, joined by `; `.
    std::string citations_text(const std::vector<Citation>&) const;
};

/// The facts that a test looks at, through the conditions that it names.
std::set<std::size_t> facts_in(const Criteria&, const Test&);

/// The columns that mean the same under every criteria file; a fact may not take one of these
/// names.
const std::vector<std::string>& reserved_columns();
/// Those of them that hold a date.
const std::vector<std::string>& date_columns();

/// Reads a document. All faults are collected; the criteria are there only when there is none.
struct ReadResult {
    std::optional<Criteria> criteria;
    std::vector<Diagnostic> diagnostics;
};
ReadResult read_criteria(const Document&);

/// The head alone; nothing where there is a fault in it. The rest of the file is not looked at.
std::optional<CriteriaHead> read_head(const Document&);

}  // namespace scr::criteria
