#include "store/text_table.hpp"

#include <array>
#include <utility>
#include <vector>

#include "store/json_list.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {
namespace {

// Where a map is full it begins anew: what comes again is then kept once more.
constexpr std::size_t most_known = 50'000;

template <class Map>
void make_room(Map& map) {
    if (map.size() == most_known) map.clear();
}

using Lists = std::array<std::string, 4>;

Lists lists_of(const record::ScreeningRecord& screening) {
    return {to_json(screening.results), to_json(screening.criteria), to_json(screening.missing),
            to_json(screening.assumed)};
}

}  // namespace

std::int64_t Texts::of_facts(RowWriter& rows, const std::string& facts) {
    if (const auto known = facts_.find(facts); known != facts_.end()) return known->second;
    make_room(facts_);
    const auto id = rows.insert(facts_text_table, {facts});
    facts_.emplace(facts, id);
    return id;
}

std::int64_t Texts::of_screening(RowWriter& rows, const record::ScreeningRecord& screening) {
    Lists lists = lists_of(screening);
    const Value decisive = screening.decisive ? Value{to_json(*screening.decisive)} : Value{};
    std::string key;
    for (const auto& list : lists) key.append(list) += '\n';
    if (screening.decisive) key += std::get<std::string>(decisive);
    if (const auto known = screenings_.find(key); known != screenings_.end()) return known->second;
    make_room(screenings_);
    auto& [results, criteria, missing, assumed] = lists;
    const auto id =
        rows.insert(screening_text_table, {std::move(results), std::move(criteria),
                                           std::move(missing), std::move(assumed), decisive});
    screenings_.emplace(std::move(key), id);
    return id;
}

std::int64_t Texts::of_screening(RowWriter& rows, const casework::SharedScreening& screening) {
    if (const auto known = shared_.find(screening.get()); known != shared_.end())
        return known->second.id;
    make_room(shared_);
    const auto id = of_screening(rows, *screening);
    shared_.emplace(screening.get(), Known{screening, id});
    return id;
}

}  // namespace scr::store
