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

Columns::Columns(const criteria::Criteria& criteria, const std::vector<std::string>& kept,
                 const std::vector<std::string>& facts_elsewhere, const ColumnMap* map)
    : criteria_(criteria),
      kept_count_(kept.size()),
      facts_elsewhere_(!facts_elsewhere.empty()),
      map_(map),
      silent_answers_(criteria.facts.size()) {
    add_ours(facts_elsewhere);
    own_ = by_name_;
    if (map_ != nullptr) rename();
    for (const Column& known : columns_) names_.push_back(known.header);
    keep(kept);
}

void Columns::add_ours(const std::vector<std::string>& facts_elsewhere) {
    for (std::size_t i = 0; i < criteria_.facts.size(); ++i) {
        Column fact = column(Column::Kind::fact, criteria_.facts[i].id);
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
}

/// Every name that the map gives away is taken first, so that two columns may change names.
void Columns::rename() {
    for (const MappedColumn& mapped : map_->columns) {
        Column& ours = columns_[own_.at(mapped.column)];
        ours.mapped = &mapped;
        ours.header = mapped.header;
        if (ours.kind == Column::Kind::fact && mapped.codes)
            silent_answers_[ours.fact] = mapped.codes->blank();
        by_name_.erase(mapped.column);
        if (text::to_lower(mapped.header) != mapped.column)
            read_elsewhere_[mapped.column] = ours.position;
    }
    for (const MappedColumn& mapped : map_->columns) {
        const std::string header = text::to_lower(mapped.header);
        by_name_[header] = own_.at(mapped.column);
        read_elsewhere_.erase(header);
    }
    for (const std::string& header : map_->ignore) {
        const std::string name = text::to_lower(header);
        by_name_.erase(name);
        read_elsewhere_.erase(name);
        add(column(Column::Kind::passed_over, name));
        columns_.back().header = header;
    }
}

void Columns::keep(const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = text::to_lower(text::trim(names[i]));
        if (!by_name_.contains(name)) add(column(Column::Kind::passed_over, name));
        columns_[by_name_.at(name)].kept.push_back(i);
    }
}

void Columns::add(Column column) {
    column.position = columns_.size();
    column.header = column.name;
    by_name_.emplace(column.name, column.position);
    columns_.push_back(std::move(column));
}

const Column* Columns::find(std::string_view header) const {
    const auto found = by_name_.find(text::to_lower(text::trim(header)));
    return found == by_name_.end() ? nullptr : &columns_[found->second];
}

const Column* Columns::own(std::string_view name) const {
    const auto found = own_.find(name);
    return found == own_.end() ? nullptr : &columns_[found->second];
}

const Column* Columns::read_elsewhere(std::string_view name) const {
    if (read_elsewhere_.empty()) return nullptr;
    const auto found = read_elsewhere_.find(text::to_lower(text::trim(name)));
    return found == read_elsewhere_.end() ? nullptr : &columns_[found->second];
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
