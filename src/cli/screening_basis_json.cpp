#include "cli/explanation_text.hpp"
#include "cli/screening_basis.hpp"
#include "cli/screening_text.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {
namespace {

using text::JsonWriter;

void write_criteria(JsonWriter& json, const criteria::Criteria& criteria,
                    const criteria::Screening& screening) {
    json.key("criteria_that_hold").begin_array();
    for (const std::size_t i : screening.criteria) {
        const auto& criterion = criteria.criteria[i];
        json.begin_object().key("id").value(criterion.id).key("text").value(criterion.text);
        json.key("force").value(to_text(criterion.force));
        json.key("citation").value(criteria.citations_text(criterion.cite));
        if (!criterion.eye.empty()) json.key("eye").value(criterion.eye);
        json.end_object();
    }
    json.end_array();
}

void write_silence(JsonWriter& json, const criteria::Criteria& criteria,
                   const criteria::Screening& screening) {
    json.key("from_silence").begin_array();
    for (const auto& silent : silences_of(criteria, screening)) {
        json.begin_object().key("fact").value(criteria.facts[silent.fact].id);
        json.key("answer").value(silent.answer);
        if (!silent.same_as.empty()) json.key("same_as").value(silent.same_as);
        json.key("decided").value(silent.decided).end_object();
    }
    json.end_array().key("from_unknown").begin_array();
    for (const std::size_t i : screening.reading.from_unknown) {
        json.begin_object().key("fact").value(criteria.facts[i].id).key("answer");
        json.value(answer_in_words(criteria.facts[i], screening.reading.answers[i])).end_object();
    }
    json.end_array();
}

void write_judgements(JsonWriter& json, const criteria::Criteria& criteria,
                      const casework::StoredFacts& facts) {
    json.key("judgements").begin_array();
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        const auto attributed = facts.attributions.find(i);
        const bool named = attributed != facts.attributions.end();
        if (facts.answers[i].state != criteria::Answer::State::given) continue;
        if (!criteria.facts[i].judgement && !named) continue;
        json.begin_object().key("fact").value(criteria.facts[i].id);
        json.key("answer").value(answer_in_words(criteria.facts[i], facts.answers[i]));
        json.key("judgement").value(criteria.facts[i].judgement);
        if (named) {
            json.key("source").value(attributed->second.source);
            json.key("judged_by").value(attributed->second.judged_by);
            json.key("ground").value(attributed->second.ground);
            json.key("on").value(attributed->second.on);
        }
        json.end_object();
    }
    json.end_array();
}

void write_questions(JsonWriter& json, const criteria::Criteria& criteria,
                     const criteria::Screening& screening) {
    json.key("questions").begin_array();
    for (const std::size_t i : screening.missing) {
        json.begin_object().key("fact").value(criteria.facts[i].id);
        json.key("ask").value(criteria.facts[i].ask).end_object();
    }
    json.end_array();
}

}  // namespace

void write_basis(JsonWriter& json, const casework::CaseScreening& shown) {
    const auto& criteria = shown.criteria->criteria;
    write_criteria(json, criteria, shown.screening);
    write_silence(json, criteria, shown.screening);
    write_judgements(json, criteria, shown.facts);
    write_questions(json, criteria, shown.screening);
}

void write_explanation_member(JsonWriter& json, const casework::CaseScreening& shown,
                              const criteria::Explanation& explanation) {
    json.key("explanation").begin_object();
    write_explanation(json, shown.criteria->criteria, shown.screening, explanation);
    json.end_object();
}

}  // namespace scr::cli
