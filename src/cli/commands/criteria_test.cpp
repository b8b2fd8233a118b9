#include "cli/commands/criteria.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/criteria_self_check.hpp"
#include "cli/context.hpp"
#include "scr/criteria/coverage.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using Coverage = std::vector<criteria::ConditionCoverage>;

/// What is said of the examples is worth having without this: nothing where it is too much.
std::optional<Coverage> coverage_of(const casework::LoadedCriteria& file,
                                    const criteria::Screener& screener, Context& context) {
    try {
        return criteria::measure_coverage(file.criteria, screener);
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::refused) throw;
        context.warn("the coverage was not measured", failure.note(), failure.help());
        return std::nullopt;
    }
}

void write_side(const casework::LoadedCriteria& file, const criteria::ConditionSide& side,
                text::JsonWriter& json) {
    json.begin_object().key("example");
    if (side.example) {
        json.value(file.criteria.examples[*side.example].name);
    } else {
        json.null();
    }
    if (side.obstacle) {
        json.key("obstacle").value(criteria::to_text(side.obstacle->kind));
        json.key("reason").value(side.obstacle->text);
    }
    json.end_object();
}

std::string_view state_of(const criteria::ConditionCoverage& entry) {
    if (entry.covered()) return "covered";
    return entry.missing() ? "missing" : "impossible";
}

void write_coverage(const casework::LoadedCriteria& file, const Coverage& coverage,
                    text::JsonWriter& json) {
    json.key("coverage").begin_array();
    for (const auto& entry : coverage) {
        json.begin_object().key("condition").value(entry.condition.label());
        json.key("test").value(entry.condition.test).key("text").value(entry.condition.text);
        json.key("state").value(state_of(entry)).key("holds");
        write_side(file, entry.holds, json);
        json.key("fails");
        write_side(file, entry.fails, json);
        json.end_object();
    }
    json.end_array();
}

/// `age < 18`, or `child: age < 18 and born_alive`.
std::string named(const criteria::TestedCondition& condition) {
    return condition.name.empty() ? condition.test
                                  : fmt::format("{}: {}", condition.name, condition.test);
}

void print_side(const casework::LoadedCriteria& file, const std::string& what,
                const criteria::ConditionSide& side, Context& context) {
    std::string said = "no example shows it";
    if (side.obstacle) said = "cannot be shown: " + side.obstacle->text;
    if (side.example) {
        const auto& example = file.criteria.examples[*side.example];
        said = fmt::format("{} (line {})", example.name, line_in(file, example.span.begin));
    }
    context.out().line(fmt::format("  {}: {}", what, said));
}

void print_entry(const casework::LoadedCriteria& file, const criteria::ConditionCoverage& entry,
                 Context& context) {
    const std::string heading = entry.missing() ? "not covered: " : "cannot be covered: ";
    context.out().line().line(heading + named(entry.condition), Style::bold);
    context.out().line("  text: " + entry.condition.text);
    const auto& obstacle = entry.holds.obstacle;
    if (obstacle && entry.fails.obstacle && obstacle->text == entry.fails.obstacle->text) {
        context.out().line("  neither side can be shown: " + obstacle->text);
        return;
    }
    print_side(file, "holds", entry.holds, context);
    print_side(file, "fails", entry.fails, context);
}

void print_coverage(const casework::LoadedCriteria& file, const Coverage& coverage,
                    const std::string& argument, Context& context) {
    const auto count = [&](const auto& matches) {
        return static_cast<std::size_t>(std::count_if(coverage.begin(), coverage.end(), matches));
    };
    const std::size_t covered = count([](const auto& entry) { return entry.covered(); });
    const std::size_t missing = count([](const auto& entry) { return entry.missing(); });
    std::string line = fmt::format("coverage: {} of {} shown to decide an outcome both ways",
                                   covered, text::counted(coverage.size(), "condition"));
    const std::size_t impossible = coverage.size() - covered - missing;
    if (impossible > 0) line += fmt::format("; {} cannot be", impossible);
    context.out().line(line);
    for (const auto& entry : coverage) {
        if (!entry.covered()) print_entry(file, entry, context);
    }
    if (missing == 0) return;
    context.out().line();
    context.out().line(fmt::format("`scr criteria cases{}` writes such examples", argument));
}

}  // namespace

int run_criteria_test(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    const criteria::Screener screener(file->criteria);
    const SelfCheck examples = failing_examples(*file, screener);
    const auto coverage = coverage_of(*file, screener, context);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        text::JsonWriter json = opened_check_json(*file, examples);
        if (coverage) write_coverage(*file, *coverage, json);
        context.out().json_line(json.end_object().text());
    } else {
        print_check_failures(*file, examples, context);
        context.out().line(fmt::format("{}: {}", file->criteria.id, summary_of(examples)));
        if (coverage) {
            print_coverage(*file, *coverage, options.file.empty() ? "" : " " + options.file,
                           context);
        }
    }
    return examples.failures.empty() ? 0 : 1;
}

}  // namespace scr::cli
