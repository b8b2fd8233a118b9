#include "cli/screening_sink.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/context.hpp"
#include "cli/screening_rows.hpp"
#include "cli/screening_table.hpp"
#include "scr/failure.hpp"
#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

constexpr std::string_view undetermined_id = "undetermined";

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
}

[[noreturn]] void refuse(const std::string& what, const std::string& written,
                         const std::vector<std::string>& known, const std::string& of) {
    const auto meant = text::did_you_mean(written, known);
    throw Failure(FailureKind::usage, fmt::format("unknown {} `{}`", what, written), "",
                  fmt::format("{}s of {} are {}", what, of, text::join(known, ", ")),
                  meant.empty() ? fmt::format("--fail-if {}", "DETERMINATION=OUTCOME") : meant);
}

FailCondition read_condition(const std::string& text, const criteria::Criteria& criteria) {
    const auto equals = std::min(text.find('='), text.size());
    const std::string name = text.substr(0, equals);
    const auto determination = criteria.determination_of(name);
    if (!determination) {
        refuse("determination", name, ids_of(criteria.determinations), criteria.id);
    }
    const std::string outcome = text.substr(std::min(equals + 1, text.size()));
    if (outcome == undetermined_id) return {*determination, std::nullopt};
    const auto position = criteria.determinations[*determination].outcome_of(outcome);
    if (!position) {
        auto known = ids_of(criteria.determinations[*determination].outcomes);
        known.emplace_back(undetermined_id);
        refuse("outcome", outcome, known, name);
    }
    return {*determination, position};
}

}  // namespace

std::vector<FailCondition> read_fail_conditions(const std::vector<std::string>& texts,
                                                const criteria::Criteria& criteria) {
    std::vector<FailCondition> conditions;
    for (const auto& text : texts) conditions.push_back(read_condition(text, criteria));
    return conditions;
}

bool any_holds(const std::vector<FailCondition>& conditions, const OutcomeCounts& counts) {
    return std::ranges::any_of(conditions, [&](const FailCondition& condition) {
        return counts.of(condition.determination, condition.outcome) > 0;
    });
}

std::unique_ptr<ScreeningSink> make_screening_sink(Context& context, const ScreeningForm& form) {
    switch (context.format()) {
        case Format::text: return make_screening_table(context, form);
        case Format::csv: return make_csv_rows(context, form);
        case Format::ndjson: return make_ndjson_rows(context, form);
        case Format::json: return make_json_rows(context, form);
    }
    throw Failure(FailureKind::bug, "a format without a form");
}

}  // namespace scr::cli
