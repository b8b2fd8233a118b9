#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "scr/criteria/cases.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

void write_record(const criteria::Criteria& file, const criteria::Case& entry,
                  text::JsonWriter& json) {
    json.begin_object().key("name").value(entry.name).key("facts").begin_object();
    for (std::size_t i = 0; i < entry.answers.size(); ++i) {
        if (entry.answers[i].state != criteria::Answer::State::given) continue;
        const auto& fact = file.facts[i];
        json.key(fact.id);
        if (fact.type == criteria::FactType::integer) {
            json.value(entry.answers[i].value);
        } else {
            json.value(fact.text_of(entry.answers[i].value));
        }
    }
    json.end_object().key("expect").begin_object();
    for (std::size_t i = 0; i < entry.expect.size(); ++i) {
        const auto& determination = file.determinations[i];
        const auto& finding = entry.expect[i];
        json.key(determination.id);
        json.value(finding.determined() ? determination.outcomes[finding.possible.front()].id
                                        : "undetermined");
    }
    json.end_object().key("shows");
    text::write_strings(json, entry.shows);
    json.end_object();
}

void write_pair(const criteria::Criteria& file, const criteria::Cases& cases,
                const criteria::CasePair& pair, text::JsonWriter& json) {
    json.begin_object().key("condition").value(cases.conditions[pair.condition].label());
    json.key("determination").value(file.determinations[pair.determination].id);
    json.key("holds").value(static_cast<std::int64_t>(pair.holds));
    json.key("fails").value(static_cast<std::int64_t>(pair.fails));
    json.key("differing").begin_array();
    for (const std::size_t fact : pair.differing) json.value(file.facts[fact].id);
    json.end_array().end_object();
}

std::string cases_json(const casework::LoadedCriteria& loaded, const criteria::Cases& cases) {
    const auto& file = loaded.criteria;
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("criteria").value(file.id);
    json.key("digest").value(loaded.digest).key("cases").begin_array();
    for (const auto& entry : cases.cases) write_record(file, entry, json);
    json.end_array().key("pairs").begin_array();
    for (const auto& pair : cases.pairs) write_pair(file, cases, pair, json);
    json.end_array().key("unshown").begin_array();
    for (const auto& unshown : cases.unshown) {
        json.begin_object().key("what").value(unshown.what);
        json.key("obstacle").value(criteria::to_text(unshown.obstacle.kind));
        json.key("reason").value(unshown.obstacle.text).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace

int run_criteria_cases(const CriteriaOptions& options, Context& context) {
    const auto file = criteria_of(options, context);
    const criteria::Screener screener(file->criteria);
    const auto cases = criteria::generate_cases(file->criteria, screener);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        context.out().json_line(cases_json(*file, cases));
    } else {
        context.out().line(text::trim(criteria::cases_toml(file->criteria, cases)));
    }
    return 0;
}

}  // namespace scr::cli
