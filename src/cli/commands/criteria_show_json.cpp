#include "cli/commands/criteria.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

using criteria::Criteria;

/// An optional answer under its key; null where there is none.
void answer(text::JsonWriter& json, const char* key, const criteria::Fact& fact,
            const std::optional<std::int64_t>& value) {
    json.key(key);
    if (value) {
        json.value(fact.text_of(*value));
    } else {
        json.null();
    }
}

void facts_json(text::JsonWriter& json, const Criteria& file) {
    json.key("facts").begin_array();
    for (const auto& fact : file.facts) {
        json.begin_object().key("id").value(fact.id);
        json.key("type").value(to_text(fact.type));
        json.key("ask").value(fact.ask).key("choices");
        text::write_strings(json, fact.choices);
        if (fact.type == criteria::FactType::integer) {
            json.key("least").value(fact.least).key("most").value(fact.most);
        }
        answer(json, "if_blank", fact, fact.if_blank);
        answer(json, "if_unknown", fact, fact.if_unknown);
        json.key("if_blank_same_as");
        if (fact.if_blank_same_as) {
            json.value(file.facts[*fact.if_blank_same_as].id);
        } else {
            json.null();
        }
        json.key("judgement").value(fact.judgement).key("note").value(fact.note).end_object();
    }
    json.end_array();
}

void sources_json(text::JsonWriter& json, const Criteria& file,
                  const std::vector<criteria::Citation>& citations) {
    json.key("sources").begin_array();
    for (const auto& citation : citations) json.value(file.citation_text(citation));
    json.end_array();
}

void rules_json(text::JsonWriter& json, const Criteria& file) {
    json.key("conditions").begin_array();
    for (const auto& condition : file.conditions) {
        json.begin_object().key("id").value(condition.id).key("text").value(condition.text);
        json.key("when").value(condition.when_text).end_object();
    }
    json.end_array().key("impossible").begin_array();
    for (const auto& entry : file.impossible) {
        json.begin_object().key("text").value(entry.text);
        json.key("when").value(entry.when_text).end_object();
    }
    json.end_array().key("determinations").begin_array();
    for (const auto& determination : file.determinations) {
        json.begin_object().key("id").value(determination.id).key("ask").value(determination.ask);
        json.key("outcomes").begin_array();
        for (const auto& outcome : determination.outcomes) {
            json.begin_object().key("id").value(outcome.id).key("label").value(outcome.label);
            json.end_object();
        }
        json.end_array().key("otherwise");
        json.value(determination.outcomes[determination.otherwise].id).end_object();
    }
    json.end_array().key("criteria").begin_array();
    for (const auto& criterion : file.criteria) {
        const auto& determination = file.determinations[criterion.determination];
        json.begin_object().key("id").value(criterion.id);
        json.key("determination").value(determination.id);
        json.key("outcome").value(determination.outcomes[criterion.outcome].id);
        json.key("text").value(criterion.text).key("when").value(criterion.when_text);
        json.key("force").value(to_text(criterion.force));
        sources_json(json, file, criterion.cite);
        json.key("eye").value(criterion.eye).end_object();
    }
    json.end_array();
}

void procedure_json(text::JsonWriter& json, const Criteria& file) {
    json.key("deadlines").begin_array();
    for (const auto& deadline : file.deadlines) {
        json.begin_object().key("id").value(deadline.id).key("within").value(deadline.within);
        json.key("from").value(deadline.from).key("until").value(deadline.until);
        json.key("owner").value(deadline.owner).key("force").value(to_text(deadline.force));
        json.end_object();
    }
    json.end_array().key("review_kinds").begin_array();
    for (const auto& kind : file.review_kinds) {
        json.begin_object().key("id").value(kind.id).key("label").value(kind.label).key("after");
        text::write_strings(json, kind.after);
        json.key("published").value(kind.published).end_object();
    }
    json.end_array().key("recommended_by").value(file.recommended_by);
    json.key("decided_by").value(file.decided_by);
    json.key("available_for").value(file.available_for);
}

void checklists_json(text::JsonWriter& json, const Criteria& file) {
    json.key("checklists").begin_array();
    for (const auto& list : file.checklists) {
        json.begin_object().key("id").value(list.id).key("title").value(list.title).key("before");
        text::write_strings(json, list.before);
        json.key("answers");
        text::write_strings(json, list.answers);
        sources_json(json, file, list.cite);
        json.key("factors").begin_array();
        for (const auto& factor : list.factors) {
            json.begin_object().key("id").value(factor.id).key("text").value(factor.text);
            sources_json(json, file, factor.cite);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace

std::string criteria_json(const casework::LoadedCriteria& loaded) {
    const Criteria& file = loaded.criteria;
    text::JsonWriter json;
    json.begin_object().key("schema").value(1).key("id").value(file.id);
    json.key("title").value(file.title).key("kind").value(file.kind);
    json.key("jurisdiction").value(file.jurisdiction).key("digest").value(loaded.digest);
    json.key("in_force_from").value(file.in_force_from);
    json.key("in_force_to").value(file.in_force_to);
    json.key("regime_date").value(file.regime_date);
    facts_json(json, file);
    rules_json(json, file);
    procedure_json(json, file);
    checklists_json(json, file);
    json.end_object();
    return json.take();
}

}  // namespace scr::cli
