#include <fmt/format.h>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/diagnostic.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

/// Something that a file says of itself and that is not so.
struct Finding {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> details;  ///< key (snake_case) and text
    std::size_t offset = 0;                                    ///< where it stands in the file
};

/// What a check of one file found.
struct Findings {
    std::string noun;  ///< `claim`, `example`
    std::size_t checked = 0;
    std::string all_well;
    std::vector<Finding> failures;
};

void print_json(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("criteria").value(file.criteria.id);
    json.key("digest").value(file.digest);
    json.key(findings.noun + "s").value(static_cast<std::int64_t>(findings.checked));
    json.key("failures").begin_array();
    for (const auto& failure : findings.failures) {
        json.begin_object().key("line").value(
            static_cast<std::int64_t>(criteria::place_of(file.text, failure.offset).line));
        for (const auto& [key, text] : failure.details) json.key(key).value(text);
        json.end_object();
    }
    json.end_array().end_object();
    context.out().json_line(json.text());
}

std::string label(std::string key) {
    for (char& c : key) c = c == '_' ? '-' : c;
    return key;
}

void print_text(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    auto& out = context.out();
    for (const auto& failure : findings.failures) {
        const auto place = criteria::place_of(file.text, failure.offset);
        out.line(failure.heading, Style::bold);
        out.line(fmt::format("  --> {}:{}:{}", file.name, place.line, place.column));
        for (const auto& [key, text] : failure.details) {
            if (key != "text" && key != "name") out.line(fmt::format("  {}: {}", label(key), text));
        }
        out.line();
    }
    if (findings.failures.empty()) {
        out.line(fmt::format("{}: {}", file.criteria.id, findings.all_well));
    } else {
        out.line(fmt::format("{}: {} of {} fail", file.criteria.id, findings.failures.size(),
                             text::counted(findings.checked, findings.noun)));
    }
}

int report(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        print_json(file, findings, context);
    } else {
        print_text(file, findings, context);
    }
    return findings.failures.empty() ? 0 : 1;
}

}  // namespace

int run_criteria_check(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    const auto& claims = file->criteria.claims;
    const std::string count = text::counted(claims.size(), "claim");
    Findings findings{"claim",
                      claims.size(),
                      fmt::format("{} {} for every combination of answers", count,
                                  claims.size() == 1 ? "holds" : "hold"),
                      {}};
    for (const auto& failure : criteria::check_claims(file->criteria)) {
        const auto& claim = claims[failure.claim];
        findings.failures.push_back({"claim fails: " + claim.text,
                                     {{"text", claim.text},
                                      {"claim", claim.claim_text},
                                      {"counter_example", failure.counter_example},
                                      {"outcomes", failure.outcomes}},
                                     claim.span.begin});
    }
    return report(*file, findings, context);
}

int run_criteria_test(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    const auto& examples = file->criteria.examples;
    Findings findings{"example",
                      examples.size(),
                      fmt::format("{} as expected", text::counted(examples.size(), "example")),
                      {}};
    const criteria::Screener screener(file->criteria);
    for (const auto& failure : criteria::run_examples(file->criteria, screener)) {
        const auto& example = examples[failure.example];
        findings.failures.push_back({"example fails: " + example.name,
                                     {{"name", example.name}, {"problem", failure.problem}},
                                     example.span.begin});
    }
    return report(*file, findings, context);
}

}  // namespace scr::cli
