#include "intake/columns.hpp"

#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"
#include "scr/text/utf8.hpp"

namespace scr::intake {

namespace {

using casework::IncomingRecord;
using record::CaseDates;

constexpr std::size_t longest_shown = 64;

constexpr struct {
    const char* name;
    std::string IncomingRecord::*member;
} text_columns[] = {
    {"ref", &IncomingRecord::ref},     {"agency", &IncomingRecord::agency},
    {"child", &IncomingRecord::child}, {"incident", &IncomingRecord::incident},
    {"area", &IncomingRecord::area},   {"summary", &IncomingRecord::summary},
};

constexpr struct {
    const char* name;
    std::optional<record::CivilDate> CaseDates::*member;
} date_columns[] = {
    {"received_on", &CaseDates::received_on},
    {"incident_on", &CaseDates::incident_on},
    {"died_on", &CaseDates::died_on},
    {"harmed_on", &CaseDates::harmed_on},
    {"became_aware_on", &CaseDates::became_aware_on},
};

Column column(Column::Kind kind, std::string name) {
    Column result;
    result.kind = kind;
    result.name = std::move(name);
    return result;
}

}  // namespace

Columns::Columns(const criteria::Criteria& criteria, const std::vector<std::string>& keep,
                 const std::vector<std::string>& facts_elsewhere)
    : criteria_(criteria), kept_count_(keep.size()), facts_elsewhere_(!facts_elsewhere.empty()) {
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        Column fact = column(Column::Kind::fact, criteria.facts[i].id);
        fact.fact = i;
        add(std::move(fact));
    }
    for (const auto& [name, member] : text_columns) {
        Column text = column(Column::Kind::text, name);
        text.text = member;
        add(std::move(text));
    }
    for (const auto& [name, member] : date_columns) {
        Column date = column(Column::Kind::date, name);
        date.date = member;
        add(std::move(date));
    }
    add(column(Column::Kind::date_of_birth, "date_of_birth"));
    for (const std::string& name : facts_elsewhere) {
        if (by_name_.contains(name)) continue;
        Column elsewhere = column(Column::Kind::passed_over, name);
        elsewhere.fact_elsewhere = true;
        add(std::move(elsewhere));
    }
    for (const Column& known : columns_) names_.push_back(known.name);
    for (std::size_t i = 0; i < keep.size(); ++i) {
        const std::string name = text::to_lower(text::trim(keep[i]));
        if (!by_name_.contains(name)) add(column(Column::Kind::passed_over, name));
        columns_[by_name_.at(name)].kept.push_back(i);
    }
}

void Columns::add(Column column) {
    column.position = columns_.size();
    by_name_.emplace(column.name, column.position);
    columns_.push_back(std::move(column));
}

const Column* Columns::find(std::string_view name) const {
    const auto found = by_name_.find(text::to_lower(text::trim(name)));
    return found == by_name_.end() ? nullptr : &columns_[found->second];
}

std::string Columns::whose_facts() const {
    return facts_elsewhere_ ? "any criteria file that is known here" : "`" + criteria_.id + "`";
}

std::string Columns::did_you_mean(std::string_view name) const {
    name = text::trim(name);
    // Nobody misspells a fact at such length, and distances are not free.
    return name.size() > longest_shown ? std::string{} : text::did_you_mean(name, names_);
}

std::string shown(std::string_view name) {
    if (name.size() <= longest_shown) return std::string(name);
    std::size_t end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return std::string(name.substr(0, end)) + "…";
}

}  // namespace scr::intake
