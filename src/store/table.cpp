#include "store/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "store/adoption_table.hpp"
#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/decision_table.hpp"
#include "store/identity_table.hpp"
#include "store/notification_table.hpp"
#include "store/publication_table.hpp"
#include "store/review_table.hpp"
#include "store/screening_table.hpp"
#include "store/text_table.hpp"
#include "store/weighing_table.hpp"

namespace scr::store {

std::string column_names(const Table& table) {
    std::string names = "id, event";
    for (const auto& column : table.columns) names += fmt::format(", {}", column.name);
    return names;
}

std::span<const Table* const> all_tables() {
    static constexpr std::array tables{
        &criteria_text_table, &facts_text_table,      &screening_text_table, &notification_table,
        &child_case_table,    &facts_version_table,   &identity_table,       &case_label_table,
        &screening_table,     &decision_table,        &deadline_stop_table,  &review_table,
        &review_case_table,   &review_closing_table,  &lesson_table,         &report_table,
        &publication_table,   &publication_end_table, &adoption_table,       &weighing_table,
    };
    static_assert(std::ranges::all_of(
        tables, [](const Table* table) { return table->columns.size() <= most_columns; }));
    return tables;
}

std::string select_range_sql(const Table& table) {
    return fmt::format("SELECT {} FROM {} WHERE id BETWEEN ? AND ? ORDER BY id",
                       column_names(table), table.name);
}

}  // namespace scr::store
