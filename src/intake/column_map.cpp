#include "scr/intake/column_map.hpp"

#include <algorithm>

namespace scr::intake {

const MappedColumn* ColumnMap::find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column, &MappedColumn::column);
    return found == columns.end() ? nullptr : &*found;
}

criteria::CodedFacts ColumnMap::coded_facts(const criteria::Criteria& criteria) const {
    criteria::CodedFacts coded;
    for (const criteria::Fact& fact : criteria.facts) {
        const MappedColumn* const mapped = find(fact.id);
        coded.push_back(mapped != nullptr && mapped->codes ? &*mapped->codes : nullptr);
    }
    return coded;
}

}  // namespace scr::intake
