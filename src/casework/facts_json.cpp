#include "scr/casework/facts_json.hpp"

#include <algorithm>

#include "casework/json_slice.hpp"
#include "scr/casework/criteria_choice.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::casework {
namespace {

/// Most names and answers together are shorter.
constexpr std::size_t bytes_a_fact = 32;

/// The parts of an attribution by their names in JSON, in canonical order.
constexpr std::pair<std::string_view, std::string Attribution::*> attribution_parts[] = {
    {"source", &Attribution::source},
    {"judged_by", &Attribution::judged_by},
    {"ground", &Attribution::ground},
    {"on", &Attribution::on}};

void write_answer(text::JsonWriter& json, const criteria::Fact& fact, criteria::Answer answer) {
    if (answer.state == criteria::Answer::State::unknown) {
        json.value("unknown");
    } else if (fact.type == criteria::FactType::integer) {
        json.value(answer.value);
    } else {
        json.value(fact.text_of(answer.value));
    }
}

void write_fact(text::JsonWriter& json, const criteria::Fact& fact, criteria::Answer answer,
                const Attribution& attribution) {
    if (attribution == Attribution{}) {
        write_answer(json, fact, answer);
        return;
    }
    json.begin_object().key("value");
    write_answer(json, fact, answer);
    for (const auto& [name, part] : attribution_parts) {
        if (!(attribution.*part).empty()) json.key(name).value(attribution.*part);
    }
    json.end_object();
}

/// Sets the answer of a fact from what was kept of it.
void read_fact(const criteria::Criteria& criteria, std::size_t fact, const JsonMember& member,
               StoredFacts& facts) {
    std::string value = member.text;
    if (member.is_object()) {
        Attribution attribution;
        for (const auto& inner : members_of(member.raw)) {
            if (inner.name == "value") value = inner.text;
            for (const auto& [name, part] : attribution_parts) {
                if (inner.name == name) attribution.*part = inner.text;
            }
        }
        facts.attributions[fact] = attribution;
    }
    if (value == "unknown") {
        facts.answers[fact] = criteria::Answer::unknown();
    } else if (const auto known = criteria.facts[fact].value_of(value)) {
        facts.answers[fact] = criteria::Answer::given(*known);
    } else {
        facts.misfits.push_back(fact);
    }
}

}  // namespace

std::string facts_to_json(const criteria::Criteria& criteria, const StoredFacts& facts) {
    static const Attribution nobody;
    text::JsonWriter json;
    json.reserve(bytes_a_fact * criteria.facts.size());
    json.begin_object();
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (facts.answers[i].state == criteria::Answer::State::blank) continue;
        const auto attributed = facts.attributions.find(i);
        json.key(criteria.facts[i].id);
        write_fact(json, criteria.facts[i], facts.answers[i],
                   attributed == facts.attributions.end() ? nobody : attributed->second);
    }
    for (const auto& [name, value] : facts.others) json.key(name).raw(value);
    return json.end_object().take();
}

StoredFacts facts_from_json(const criteria::Criteria& criteria, std::string_view json) {
    StoredFacts facts;
    facts.answers.resize(criteria.facts.size());
    for (const auto& member : members_of(json)) {
        if (const auto fact = criteria.fact_of(member.name)) {
            read_fact(criteria, *fact, member, facts);
        } else {
            facts.others.emplace_back(member.name, member.raw);
        }
    }
    std::ranges::sort(facts.others);
    return facts;
}

FactsDigest::FactsDigest(std::string_view facts_json) {
    begun_.update(R"({"facts":)");
    begun_.update(facts_json);
    begun_.update(R"(,"dates":)");
    undated_ = work_out({});
}

std::string FactsDigest::with(const record::CaseDates& dates) const {
    return dates == record::CaseDates{} ? undated_ : work_out(dates);
}

std::string FactsDigest::work_out(const record::CaseDates& dates) const {
    text::JsonWriter json;
    json.begin_object();
    for (const auto& column : criteria::date_columns()) {
        if (const auto date = date_of(dates, column))
            json.key(column).value(record::to_text(*date));
    }
    digest::Sha256 digest = begun_;
    digest.update(json.end_object().text());
    digest.update("}");
    return digest.finish();
}

std::string facts_digest(std::string_view facts_json, const record::CaseDates& dates) {
    return FactsDigest(facts_json).with(dates);
}

}  // namespace scr::casework
