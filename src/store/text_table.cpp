#include "store/text_table.hpp"

#include <array>
#include <utility>
#include <vector>

#include "store/json_list.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {
namespace {

using Lists = std::array<std::string, 4>;

Lists lists_of(const record::ScreeningRecord& screening) {
    return {to_json(screening.results), to_json(screening.criteria), to_json(screening.missing),
            to_json(screening.assumed)};
}

}  // namespace

std::int64_t Texts::of_facts(RowWriter& rows, const std::string& facts) {
    if (const auto* const known = facts_.find(facts)) return *known;
    return facts_.add(facts, rows.insert(facts_text_table, {facts}));
}

std::int64_t Texts::of_screening(RowWriter& rows, const record::ScreeningRecord& screening) {
    Lists lists = lists_of(screening);
    const Value decisive = screening.decisive ? Value{to_json(*screening.decisive)} : Value{};
    std::string key;
    for (const auto& list : lists) key.append(list) += '\n';
    if (screening.decisive) key += std::get<std::string>(decisive);
    if (const auto* const known = screenings_.find(key)) return *known;
    auto& [results, criteria, missing, assumed] = lists;
    return screenings_.add(
        std::move(key),
        rows.insert(screening_text_table, {std::move(results), std::move(criteria),
                                           std::move(missing), std::move(assumed), decisive}));
}

std::int64_t Texts::of_screening(RowWriter& rows, const casework::SharedScreening& screening) {
    if (const auto* const known = shared_.find(screening.get())) return known->id;
    return shared_.add(screening.get(), {screening, of_screening(rows, *screening)}).id;
}

}  // namespace scr::store
