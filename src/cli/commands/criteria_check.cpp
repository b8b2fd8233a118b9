#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/findings.hpp"
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

std::int64_t line_of(const casework::LoadedCriteria& file, std::size_t offset) {
    return static_cast<std::int64_t>(criteria::place_of(file.text, offset).line);
}

void write_failures(const casework::LoadedCriteria& file, const Findings& findings,
                    text::JsonWriter& json) {
    json.begin_array();
    for (const auto& failure : findings.failures) {
        json.begin_object().key("line").value(line_of(file, failure.offset));
        for (const auto& [key, text] : failure.details) json.key(key).value(text);
        json.end_object();
    }
    json.end_array();
}

text::JsonWriter opened_json(const casework::LoadedCriteria& file, const Findings& findings) {
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("criteria").value(file.criteria.id);
    json.key("digest").value(file.digest);
    json.key(findings.noun + "s").value(static_cast<std::int64_t>(findings.checked));
    json.key("failures");
    write_failures(file, findings, json);
    return json;
}

void print_json(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    context.out().json_line(opened_json(file, findings).end_object().text());
}

std::string label(std::string key) {
    for (char& c : key) c = c == '_' ? '-' : c;
    return key;
}

void print_failures(const casework::LoadedCriteria& file, const Findings& findings,
                    Context& context) {
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
}

std::string summary(const Findings& findings) {
    if (findings.failures.empty()) return findings.all_well;
    return fmt::format("{} of {} {}", findings.failures.size(),
                       text::counted(findings.checked, findings.noun),
                       findings.checked == 1 ? "fails" : "fail");
}

void print_text(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    print_failures(file, findings, context);
    context.out().line(fmt::format("{}: {}", file.criteria.id, summary(findings)));
}

int report(const casework::LoadedCriteria& file, const Findings& findings, Context& context) {
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        print_json(file, findings, context);
    } else {
        print_text(file, findings, context);
    }
    return findings.failures.empty() ? 0 : 1;
}

Findings failing_claims(const casework::LoadedCriteria& file) {
    const auto& claims = file.criteria.claims;
    Findings findings{
        "claim",
        claims.size(),
        fmt::format("{} {} for every combination of answers", text::counted(claims.size(), "claim"),
                    claims.size() == 1 ? "holds" : "hold"),
        {}};
    for (const auto& failure : criteria::check_claims(file.criteria)) {
        const auto& claim = claims[failure.claim];
        findings.failures.push_back({"claim fails: " + claim.text,
                                     {{"text", claim.text},
                                      {"claim", claim.claim_text},
                                      {"counter_example", failure.counter_example},
                                      {"outcomes", failure.outcomes}},
                                     claim.span.begin});
    }
    return findings;
}

Findings failing_examples(const casework::LoadedCriteria& file,
                          const criteria::Screener& screener) {
    const auto& examples = file.criteria.examples;
    Findings findings{"example",
                      examples.size(),
                      fmt::format("{} as expected", text::counted(examples.size(), "example")),
                      {}};
    for (const auto& failure : criteria::run_examples(file.criteria, screener)) {
        const auto& example = examples[failure.example];
        findings.failures.push_back({"example fails: " + example.name,
                                     {{"name", example.name}, {"problem", failure.problem}},
                                     example.span.begin});
    }
    return findings;
}

/// Whether the file is another reading of a regime, kept to be compared: no date picks it, so its
/// period meets no other's.
bool is_reading(const casework::LoadedCriteria& file) {
    return file.name.starts_with("readings/") || file.name.find("/readings/") != std::string::npos;
}

std::size_t faults_in(const std::vector<criteria::FileFinding>& findings) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const auto& f) { return f.fault(); }));
}

void write_finding(const casework::LoadedCriteria& file, const criteria::FileFinding& finding,
                   text::JsonWriter& json) {
    const auto& said = finding.diagnostic;
    json.begin_object().key("kind").value(criteria::to_text(finding.kind));
    json.key("fault").value(finding.fault()).key("line").value(line_of(file, said.span.begin));
    json.key("message").value(said.message).key("note").value(said.note);
    json.key("help").value(said.help);
    if (finding.record) {
        json.key("example").begin_object();
        for (std::size_t i = 0; i < finding.record->answers.size(); ++i) {
            const auto& answer = finding.record->answers[i];
            const auto& fact = file.criteria.facts[i];
            if (answer.state == criteria::Answer::State::given)
                json.key(fact.id).value(fact.text_of(answer.value));
        }
        json.end_object().key("outcomes").value(finding.record->outcomes);
    }
    json.end_object();
}

/// `failures` are the claims' own, as they were before there was anything else to find.
void print_check_json(const casework::LoadedCriteria& file,
                      const std::vector<criteria::FileFinding>& about_file,
                      const Findings& examples, const Findings& claims, Context& context) {
    text::JsonWriter json = opened_json(file, claims);
    json.key("examples").value(static_cast<std::int64_t>(examples.checked));
    json.key("example_failures");
    write_failures(file, examples, json);
    json.key("findings").begin_array();
    for (const auto& finding : about_file) write_finding(file, finding, json);
    context.out().json_line(json.end_array().end_object().text());
}

void print_check_text(const casework::LoadedCriteria& file,
                      const std::vector<criteria::FileFinding>& about_file,
                      const Findings& examples, const Findings& claims, Context& context) {
    const criteria::Document document{file.name, file.text, {}};
    for (const auto& finding : about_file) {
        const std::string block = criteria::render(finding, document);
        const std::size_t end = block.find('\n');
        context.out().line(block.substr(0, end), Style::bold).line(block.substr(end + 1));
    }
    print_failures(file, examples, context);
    print_failures(file, claims, context);
    std::vector<std::string> parts;
    const std::size_t faults = faults_in(about_file);
    if (faults > 0) parts.push_back(text::counted(faults, "fault"));
    for (const Findings* findings : {&examples, &claims}) {
        if (!findings->failures.empty()) parts.push_back(summary(*findings));
    }
    if (parts.empty()) parts.push_back(claims.all_well);
    context.out().line(fmt::format("{}: {}", file.criteria.id, text::join(parts, "; ")));
}

/// How the file's period meets those of the library; a broken neighbour is no fault of this file.
void add_periods(const casework::LoadedCriteria& file, std::vector<criteria::FileFinding>& findings,
                 Context& context) {
    try {
        const auto heads = context.criteria_library().heads();
        for (auto& finding : criteria::check_period(file.criteria, heads))
            findings.push_back(std::move(finding));
    } catch (const Failure&) {
        context.warn("the period was not compared with those of the other files",
                     "one of them cannot be read", "scr criteria list");
    }
}

}  // namespace

int run_criteria_check(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    const criteria::Screener screener(file->criteria);
    const Findings claims = failing_claims(*file);
    const Findings examples = failing_examples(*file, screener);
    auto about_file = criteria::check_file(file->criteria, screener);
    if (!is_reading(*file)) add_periods(*file, about_file, context);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        print_check_json(*file, about_file, examples, claims, context);
    } else {
        print_check_text(*file, about_file, examples, claims, context);
    }
    return faults_in(about_file) + examples.failures.size() + claims.failures.size() == 0 ? 0 : 1;
}

int run_criteria_test(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    return report(*file, failing_examples(*file, criteria::Screener(file->criteria)), context);
}

}  // namespace scr::cli
