#include "intake/csv_fields.hpp"

#include <algorithm>

namespace scr::intake {

bool OwnFields::tidy(CsvFields& fields, std::size_t quotes) {
    std::copy_n(fields.before, before_.size(), before_.begin());
    std::copy_n(fields.ends, ends_.size(), ends_.begin());
    fields = {fields.bytes, before_.data(), ends_.data()};
    if (fields[ends_.size() - 1].ends_with('\r')) --ends_.back();
    return quotes == 0 || quotes == 2 * strip_quotes(fields);
}

/// The number of fields with quotes around them.
std::size_t OwnFields::strip_quotes(const CsvFields& fields) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const std::string_view cell = fields[i];
        if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') continue;
        ++before_[i];
        --ends_[i];
        ++count;
    }
    return count;
}

void OwnFields::blank(CsvFields& fields) {
    std::fill(before_.begin(), before_.end(), 0);
    std::fill(ends_.begin(), ends_.end(), 1);
    fields = {fields.bytes, before_.data(), ends_.data()};
}

}  // namespace scr::intake
