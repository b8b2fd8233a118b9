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

/// The row where the connection wrote the thing, else the one that `write` says.
template <class Thing, class Write>
std::int64_t written(RowWriter& rows, const Thing& thing, const Write& write) {
    const auto serial = rows.connection().serial();
    if (thing.written.serial != serial) thing.written = {serial, write()};
    return thing.written.row;
}

}  // namespace

std::int64_t facts_text(RowWriter& rows, const casework::CommonFacts& facts) {
    return written(rows, facts, [&] { return rows.insert(facts_text_table, {facts.json}); });
}

std::int64_t ScreeningTexts::of(RowWriter& rows, const record::ScreeningRecord& screening) {
    const Lists lists = lists_of(screening);
    const Value decisive = screening.decisive ? Value{to_json(*screening.decisive)} : Value{};
    std::string key;
    for (const auto& list : lists) key.append(list) += '\n';
    if (screening.decisive) key += std::get<std::string>(decisive);
    if (const auto* const known = known_.find(key)) return *known;
    const auto& [results, criteria, missing, assumed] = lists;
    return known_.add(std::move(key), rows.insert(screening_text_table,
                                                  {results, criteria, missing, assumed, decisive}));
}

std::int64_t ScreeningTexts::of(RowWriter& rows, const casework::CommonScreening& screening) {
    const record::ScreeningRecord& lists = screening;
    return written(rows, screening, [&] { return of(rows, lists); });
}

}  // namespace scr::store
