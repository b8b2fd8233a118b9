#include "intake/csv_fields.hpp"

#include <algorithm>

namespace scr::intake {

bool OwnFields::tidy(CsvFields& fields) {
    std::copy_n(fields.before, before_.size(), before_.begin());
    std::copy_n(fields.ends, ends_.size(), ends_.begin());
    fields = {fields.bytes, before_.data(), ends_.data()};
    if (fields[ends_.size() - 1].ends_with('\r')) --ends_.back();
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const std::string_view cell = fields[i];
        if (cell.find('"') != cell.npos && !strip_quotes(cell, i)) return false;
    }
    return true;
}

bool OwnFields::strip_quotes(std::string_view cell, std::size_t field) {
    const bool around = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    if (!around || cell.substr(1, cell.size() - 2).find('"') != cell.npos) return false;
    ++before_[field];
    --ends_[field];
    return true;
}

void OwnFields::blank(CsvFields& fields) {
    std::fill(before_.begin(), before_.end(), 0);
    std::fill(ends_.begin(), ends_.end(), 1);
    fields = {fields.bytes, before_.data(), ends_.data()};
}

}  // namespace scr::intake
