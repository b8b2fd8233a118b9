#include "casework/harbour.hpp"

#include <sstream>

#include "scr/criteria/cell.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/store/database.hpp"

namespace scr::casework::harbour {
namespace {

constexpr const char* text = R"(
[criteria]
id           = "harbour"
title        = "Accidents in the harbour"
kind         = "accident"
jurisdiction = "The Haven"
in_force     = { from = 2020-01-01 }
regime_date  = "incident_on"

[source.rules]
title = "Rules of the quay"

[fact.years_old]
type  = "integer"
range = [0, 99]
years = { from = "date_of_birth", to = ["died_on", "incident_on"] }
ask   = "How old was the person?"

[fact.years_old_then]
type             = "integer"
range            = [0, 99]
years            = { from = "date_of_birth", to = ["harmed_on", "incident_on"] }
if_blank_same_as = "years_old"
ask              = "How old was the person when hurt?"

[fact.hurt]
type = "yes_no"
ask  = "Was the person hurt?"

[fact.drowned]
type = "yes_no"
ask  = "Did the person drown?"

[fact.berth]
type     = "choice"
choices  = ["none", "inner", "outer"]
if_blank = "none"
ask      = "At which berth?"

[fact.lookout]
type                = "choice"
choices             = ["kept", "doubtful", "kept_for_certain"]
if_blank            = "doubtful"
if_unknown          = "doubtful"
judgement           = true
ground_required_for = ["kept_for_certain"]
ask                 = "Was a lookout kept?"

[[impossible]]
when = "drowned and not hurt"
text = "Who drowned was hurt"

[[impossible]]
when = "hurt and lookout = kept and berth = none"
text = "A kept lookout has a berth"

[determination.inquiry]
ask       = "Is there an inquiry?"
outcomes  = [ { id = "must", label = "An inquiry" }, { id = "may", label = "Consider one" }, { id = "none_needed", label = "No inquiry" } ]
otherwise = "none_needed"

[determination.word]
ask       = "Must the harbour master hear of it?"
outcomes  = [ { id = "tell", label = "Tell" }, { id = "keep", label = "Keep" } ]
otherwise = "keep"

[[criterion]]
id            = "a_child_drowned"
determination = "inquiry"
outcome       = "must"
when          = "years_old < 18 and drowned"
text          = "A child drowned"
cite          = ["rules"]

[[criterion]]
id            = "a_child_was_hurt"
determination = "inquiry"
outcome       = "may"
when          = "years_old_then < 18 and hurt and lookout != kept_for_certain"
text          = "A child was hurt, and nobody is sure of the lookout"

[[criterion]]
id            = "drowning"
determination = "word"
outcome       = "tell"
when          = "drowned"
text          = "Somebody drowned"

[[deadline]]
id     = "tell_master"
within = "5 working days"
from   = "became_aware_on"
until  = "told_on"
when   = "word = tell"
owner  = "the pilot"
force  = "statutory"
cite   = ["rules"]

[[deadline]]
id     = "decide"
within = "1 month"
from   = "received_on"
until  = "decided_on"

[[deadline]]
id     = "answer"
within = "5 days"
from   = "decided_on"
until  = "answered_on"

[[deadline]]
id     = "finish"
within = "6 months"
from   = "opened_on"
until  = "closed_on"
)";

CriteriaPointer compile(const std::string& content) {
    auto loaded = criteria_toml::load(content, "harbour.toml");
    LoadedCriteria result;
    result.criteria = std::move(loaded.result.criteria.value());
    result.digest = digest::sha256(content);
    result.text = content;
    result.name = "harbour.toml";
    return std::make_shared<const LoadedCriteria>(std::move(result));
}

}  // namespace

CriteriaPointer criteria(const std::string& variant) {
    static const CriteriaPointer plain = compile(text);
    return variant.empty() ? plain : compile(text + variant);
}

const criteria::Criteria& rules() {
    return criteria()->criteria;
}

const criteria::Screener& screener() {
    static const criteria::Screener screener(rules());
    return screener;
}

record::CivilDate day(const char* date) {
    return record::parse_civil_date(date).value();
}

IncomingRecord incoming(const std::string& answers, const std::string& ref,
                        const std::string& agency) {
    IncomingRecord record;
    record.ref = ref;
    record.agency = agency;
    record.answers.resize(rules().facts.size());
    std::istringstream words(answers);
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        const auto fact = rules().fact_of(word.substr(0, equals)).value();
        record.answers[fact] =
            criteria::read_cell(rules().facts[fact], word.substr(equals + 1)).answer;
    }
    return record;
}

Desk::Desk() {
    store::OpenOptions options;
    options.file = "/nowhere/scr.db";
    options.mode = store::OpenOptions::Mode::dry_run;
    options.now = [] { return std::string("2026-11-23T10:00:00Z"); };
    store_ = store::open(options);
}

record::Act Desk::act(const std::string& verb) const {
    return {verb, "", "R. Analyst", "analyst", std::nullopt};
}

NotifyRules Desk::rules() const {
    NotifyRules rules;
    rules.criteria = criteria();
    rules.received_on = day("2026-11-23");
    rules.today = day("2026-11-23");
    return rules;
}

Taken Desk::take(IncomingRecord record, const NotifyRules& rules) {
    auto examined = examine(screener(), record);
    if (auto* rejected = std::get_if<RejectedRecord>(&examined)) {
        Taken taken;
        taken.refusal = std::move(*rejected);
        return taken;
    }
    Batch batch(store(), act());
    auto taken = Registrar(batch, rules).take_in(record);
    batch.commit();
    return taken;
}

record::Case Desk::recorded(IncomingRecord record) {
    const auto taken = take(std::move(record));
    if (taken.kind != Taken::Kind::recorded) throw std::logic_error("the record was not taken in");
    return at(taken.case_reference);
}

CaseScreening Desk::screen(const std::string& case_reference, criteria::Blanks blanks) {
    auto screened = screen_case(at(case_reference), criteria(), screener(), blanks);
    auto screening = std::get<CaseScreening>(std::move(screened));
    Batch batch(store(), act("screen"));
    ScreeningLog(batch, "0.1.0").add(screening);
    batch.commit();
    return screening;
}

record::Case Desk::at(const std::string& case_reference) {
    return store().case_of(case_reference).value();
}

std::size_t Desk::events() {
    const auto head = store().head();
    return head ? static_cast<std::size_t>(head->sequence) : 0;
}

}  // namespace scr::casework::harbour
