#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/criteria.hpp"
#include "cli/commands/criteria_self_check.hpp"
#include "cli/context.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/findings.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

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
    json.key("fault").value(finding.fault()).key("line").value(line_in(file, said.span.begin));
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
    if (!finding.related.empty()) {
        json.key("related").begin_array();
        for (const auto& place : finding.related) {
            json.begin_object().key("role").value(criteria::to_text(place.role));
            json.key("line").value(line_in(file, place.span.begin));
            json.key("text").value(place.text).end_object();
        }
        json.end_array();
    }
    json.end_object();
}

/// `failures` are the claims' own, as they were before there was anything else to find.
void print_check_json(const casework::LoadedCriteria& file,
                      const std::vector<criteria::FileFinding>& about_file,
                      const SelfCheck& examples, const SelfCheck& claims, bool complete,
                      Context& context) {
    text::JsonWriter json = opened_check_json(file, claims);
    json.key("examples").value(static_cast<std::int64_t>(examples.checked));
    json.key("example_failures");
    write_check_failures(file, examples, json);
    json.key("findings").begin_array();
    for (const auto& finding : about_file) write_finding(file, finding, json);
    json.end_array().key("complete").value(complete).end_object();
    context.out().json_line(json.text());
}

void print_check_text(const casework::LoadedCriteria& file,
                      const std::vector<criteria::FileFinding>& about_file,
                      const SelfCheck& examples, const SelfCheck& claims, Context& context) {
    const criteria::Document document{file.name, file.text, {}};
    for (const auto& finding : about_file) {
        const std::string block = criteria::render(finding, document);
        const std::size_t end = block.find('\n');
        context.out().line(block.substr(0, end), Style::bold).line(block.substr(end + 1));
    }
    print_check_failures(file, examples, context);
    print_check_failures(file, claims, context);
    std::vector<std::string> parts;
    const std::size_t faults = faults_in(about_file);
    if (faults > 0) parts.push_back(text::counted(faults, "fault"));
    for (const SelfCheck* check : {&examples, &claims}) {
        if (!check->failures.empty()) parts.push_back(summary_of(*check));
    }
    if (parts.empty()) parts.push_back(claims.all_well);
    context.out().line(fmt::format("{}: {}", file.criteria.id, text::join(parts, "; ")));
}

/// What comes of a part of the check; `instead` where it passes the limits.
template <class Part, class Instead>
auto within_limits(std::string_view left_out, const Part& part, const Instead& instead,
                   bool& complete, Context& context) {
    try {
        return part();
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
        context.warn(std::string(left_out),
                     "the analysis passes its limit of two million nodes; the file compiles, and "
                     "screens and tests as any other",
                     failure.help());
        complete = false;
        return instead();
    }
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
    bool complete = true;
    const SelfCheck claims = within_limits(
        "the claims were not proved", [&] { return failing_claims(*file); },
        [] {
            return SelfCheck{"claim", 0, "no claim was proved", {}};
        },
        complete, context);
    const SelfCheck examples = failing_examples(*file, screener);
    auto about_file = within_limits(
        "not all faults were looked for",
        [&] { return criteria::check_file(file->criteria, screener); },
        [&] { return criteria::check_large_file(file->criteria, screener); }, complete, context);
    if (!is_reading(*file)) add_periods(*file, about_file, context);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        print_check_json(*file, about_file, examples, claims, complete, context);
    } else {
        print_check_text(*file, about_file, examples, claims, context);
    }
    if (!complete) return 3;
    return faults_in(about_file) + examples.failures.size() + claims.failures.size() == 0 ? 0 : 1;
}

}  // namespace scr::cli
