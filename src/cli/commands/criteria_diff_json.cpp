#include "cli/commands/criteria_diff.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

using text::JsonWriter;

/// A number past counting is null.
void write_count(JsonWriter& json, const char* key, criteria::Count count) {
    json.key(key);
    if (count > static_cast<criteria::Count>(INT64_MAX)) {
        json.null();
    } else {
        json.value(static_cast<std::int64_t>(count));
    }
}

void write_said(JsonWriter& json, const char* key, const std::string& said) {
    json.key(key);
    if (said.empty()) {
        json.null();
    } else {
        json.value(said);
    }
}

void write_file(JsonWriter& json, const char* key, const casework::LoadedCriteria& file) {
    json.key(key).begin_object().key("id").value(file.criteria.id);
    json.key("title").value(file.criteria.title).key("file").value(file.name);
    json.key("digest").value(file.digest).end_object();
}

template <class Items>
void write_ids(JsonWriter& json, const char* key, const Items& items,
               const std::vector<std::size_t>& positions) {
    json.key(key).begin_array();
    for (const std::size_t i : positions) {
        json.begin_object().key("id").value(items[i].id).key("ask").value(items[i].ask);
        json.end_object();
    }
    json.end_array();
}

void write_changes(JsonWriter& json, const std::vector<criteria::FactChange>& changes) {
    json.key("changes").begin_array();
    for (const auto& change : changes) {
        json.begin_object().key("what").value(change.what);
        write_said(json, "first", change.first);
        write_said(json, "second", change.second);
        json.end_object();
    }
    json.end_array();
}

void write_facts(JsonWriter& json, const DiffReport& report) {
    const auto& difference = report.difference;
    const auto& first = report.first->criteria.facts;
    json.key("facts").begin_object();
    write_ids(json, "only_in_first", first, difference.facts_removed);
    write_ids(json, "only_in_second", report.second->criteria.facts, difference.facts_added);
    json.key("changed").begin_array();
    for (const auto& changed : difference.facts_changed) {
        json.begin_object().key("id").value(first[changed.first].id);
        json.key("ask").value(first[changed.first].ask);
        write_changes(json, changed.changes);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_parts(JsonWriter& json, const criteria::Difference& difference) {
    json.key("parts").begin_array();
    for (const auto& change : difference.parts) {
        json.begin_object().key("kind").value(change.kind).key("id").value(change.id);
        json.key("only_in");
        if (!change.only_in) {
            json.null();
        } else {
            json.value(*change.only_in == criteria::Side::first ? "first" : "second");
        }
        write_changes(json, change.changes);
        json.end_object();
    }
    json.end_array();
}

void write_product(JsonWriter& json, const DiffReport& report, const criteria::Product& product) {
    const auto& facts = report.difference.facts;
    json.begin_object().key("when").value(criteria::expression_of(facts, product));
    json.key("words").value(words_of(report, product));
    write_count(json, "combinations", product.combinations);
    json.key("facts").begin_array();
    for (const auto& restriction : product.restrictions) {
        const auto& fact = facts[restriction.fact];
        json.begin_object().key("id").value(fact.id).key("ask").value(fact.ask);
        json.key("when").value(criteria::expression_of(fact, restriction)).end_object();
    }
    json.end_array().end_object();
}

/// The members of a region, inside an object that is open.
void write_region(JsonWriter& json, const DiffReport& report, const criteria::Region& region) {
    write_count(json, "combinations", region.combinations);
    write_count(json, "unlisted", region.unlisted);
    json.key("conditions").begin_array();
    for (const auto& product : region.products) write_product(json, report, product);
    json.end_array();
}

void write_combinations(JsonWriter& json, const DiffReport& report) {
    const auto& difference = report.difference;
    json.key("combinations").begin_object();
    write_count(json, "all", difference.combinations);
    write_count(json, "compared", difference.compared);
    json.key("impossible_only_in_first").begin_object();
    write_region(json, report, difference.impossible_in_first);
    json.end_object().key("impossible_only_in_second").begin_object();
    write_region(json, report, difference.impossible_in_second);
    json.end_object().end_object();
}

void write_outcomes(JsonWriter& json, const char* key,
                    const criteria::Determination& determination) {
    json.key(key).begin_array();
    for (const auto& outcome : determination.outcomes) json.value(outcome.id);
    json.end_array();
}

void write_outcome(JsonWriter& json, const char* key, const criteria::Outcome& outcome) {
    json.key(key).begin_object().key("id").value(outcome.id).key("label").value(outcome.label);
    json.end_object();
}

void write_determination(JsonWriter& json, const DiffReport& report,
                         const criteria::DeterminationDifference& difference) {
    const auto& first = report.first->criteria.determinations[difference.first];
    const auto& second = report.second->criteria.determinations[difference.second];
    json.begin_object().key("id").value(first.id).key("ask").value(first.ask);
    json.key("outcomes_changed").value(difference.outcomes_changed);
    write_outcomes(json, "outcomes_in_first", first);
    write_outcomes(json, "outcomes_in_second", second);
    write_count(json, "combinations", difference.combinations);
    json.key("partings").begin_array();
    for (const auto& parting : difference.partings) {
        json.begin_object();
        write_outcome(json, "first", first.outcomes[parting.first]);
        write_outcome(json, "second", second.outcomes[parting.second]);
        write_region(json, report, parting.region);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_determinations(JsonWriter& json, const DiffReport& report) {
    const auto& difference = report.difference;
    json.key("determinations").begin_object();
    write_ids(json, "only_in_first", report.first->criteria.determinations,
              difference.determinations_removed);
    write_ids(json, "only_in_second", report.second->criteria.determinations,
              difference.determinations_added);
    json.key("in_both").begin_array();
    for (const auto& determination : difference.determinations) {
        write_determination(json, report, determination);
    }
    json.end_array().end_object();
}

void write_records(JsonWriter& json, const RecordDifferences& records) {
    json.key("records").begin_object();
    json.key("cases").value(static_cast<std::int64_t>(records.cases));
    json.key("left_out").value(static_cast<std::int64_t>(records.left_out));
    json.key("different_cases").value(static_cast<std::int64_t>(records.different_cases));
    json.key("different").begin_array();
    for (const auto& record : records.different) {
        json.begin_object().key("case").value(record.case_reference);
        json.key("determination").value(record.determination);
        json.key("first").value(record.first).key("second").value(record.second);
        json.key("first_possible");
        text::write_strings(json, record.first_possible);
        json.key("second_possible");
        text::write_strings(json, record.second_possible);
        json.end_object();
    }
    json.end_array().end_object();
}

}  // namespace

std::string diff_json(const DiffReport& report) {
    JsonWriter json;
    json.begin_object().key("schema").value(1).key("differ").value(report.difference.any());
    write_file(json, "first", *report.first);
    write_file(json, "second", *report.second);
    write_facts(json, report);
    write_combinations(json, report);
    write_determinations(json, report);
    write_parts(json, report.difference);
    if (report.on_records) write_records(json, report.records);
    json.end_object();
    return json.take();
}

}  // namespace scr::cli
