#include "cli/commands/criteria_self_check.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/diagnostic.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// A key of JSON as people read it.
std::string spoken(std::string key) {
    for (char& c : key) c = c == '_' ? '-' : c;
    return key;
}

}  // namespace

std::int64_t line_in(const casework::LoadedCriteria& file, std::size_t offset) {
    return static_cast<std::int64_t>(criteria::place_of(file.text, offset).line);
}

void write_check_failures(const casework::LoadedCriteria& file, const SelfCheck& check,
                          text::JsonWriter& json) {
    json.begin_array();
    for (const auto& failure : check.failures) {
        json.begin_object().key("line").value(line_in(file, failure.offset));
        for (const auto& [key, text] : failure.details) json.key(key).value(text);
        json.end_object();
    }
    json.end_array();
}

text::JsonWriter opened_check_json(const casework::LoadedCriteria& file, const SelfCheck& check) {
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("criteria").value(file.criteria.id);
    json.key("digest").value(file.digest);
    json.key(check.noun + "s").value(static_cast<std::int64_t>(check.checked));
    json.key("failures");
    write_check_failures(file, check, json);
    return json;
}

void print_check_failures(const casework::LoadedCriteria& file, const SelfCheck& check,
                          Context& context) {
    auto& out = context.out();
    for (const auto& failure : check.failures) {
        const auto place = criteria::place_of(file.text, failure.offset);
        out.line(failure.heading, Style::bold);
        out.line(fmt::format("  --> {}:{}:{}", file.name, place.line, place.column));
        for (const auto& [key, text] : failure.details) {
            if (key != "text" && key != "name")
                out.line(fmt::format("  {}: {}", spoken(key), text));
        }
        out.line();
    }
}

std::string summary_of(const SelfCheck& check) {
    if (check.failures.empty()) return check.all_well;
    return fmt::format("{} of {} {}", check.failures.size(),
                       text::counted(check.checked, check.noun),
                       check.checked == 1 ? "fails" : "fail");
}

SelfCheck failing_examples(const casework::LoadedCriteria& file,
                           const criteria::Screener& screener) {
    const auto& examples = file.criteria.examples;
    SelfCheck check{"example",
                    examples.size(),
                    fmt::format("{} as expected", text::counted(examples.size(), "example")),
                    {}};
    for (const auto& failure : criteria::run_examples(file.criteria, screener)) {
        const auto& example = examples[failure.example];
        check.failures.push_back({"example fails: " + example.name,
                                  {{"name", example.name}, {"problem", failure.problem}},
                                  example.span.begin});
    }
    return check;
}

SelfCheck failing_claims(const casework::LoadedCriteria& file) {
    const auto& claims = file.criteria.claims;
    SelfCheck check{
        "claim",
        claims.size(),
        fmt::format("{} {} for every combination of answers", text::counted(claims.size(), "claim"),
                    claims.size() == 1 ? "holds" : "hold"),
        {}};
    for (const auto& failure : criteria::check_claims(file.criteria)) {
        const auto& claim = claims[failure.claim];
        check.failures.push_back({"claim fails: " + claim.text,
                                  {{"text", claim.text},
                                   {"claim", claim.claim_text},
                                   {"counter_example", failure.counter_example},
                                   {"outcomes", failure.outcomes}},
                                  claim.span.begin});
    }
    return check;
}

}  // namespace scr::cli
