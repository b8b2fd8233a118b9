#include "scr/intake/survey.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake {

namespace {

constexpr std::size_t longest_date = 10;

bool may_be_a_date(std::string_view cell) {
    return cell.size() <= longest_date && cell.front() >= '0' && cell.front() <= '9';
}

}  // namespace

const std::vector<record::DateForm>& common_date_forms() {
    static const std::vector<record::DateForm> forms = [] {
        std::vector<record::DateForm> all;
        for (const char* const text :
             {"yyyy-mm-dd", "yyyy/mm/dd", "yyyy.mm.dd", "yyyymmdd", "dd/mm/yyyy", "dd-mm-yyyy",
              "dd.mm.yyyy", "dd mm yyyy", "d/m/yyyy", "d-m-yyyy", "d.m.yyyy", "mm/dd/yyyy",
              "mm-dd-yyyy", "mm.dd.yyyy", "m/d/yyyy", "m-d-yyyy"})
            all.push_back(record::DateForm::parse(text).value());
        return all;
    }();
    return forms;
}

SurveyedColumn::SurveyedColumn(std::string name)
    : header(std::move(name)), dated(common_date_forms().size()) {}

void SurveyedColumn::add(std::string_view cell) {
    cell = text::trim(cell);
    if (cell.empty()) return;
    ++filled;
    const auto& forms = common_date_forms();
    for (std::size_t i = 0; i < forms.size() && may_be_a_date(cell); ++i) {
        if (forms[i].read(cell)) ++dated[i];
    }
    const auto found = values.find(cell);
    if (found != values.end())
        ++found->second;
    else if (cell.size() > longest_value || values.size() == most_values)
        more_values = true;
    else
        values.emplace(cell, 1);
}

}  // namespace scr::intake
