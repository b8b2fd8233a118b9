#include "store/screening_texts.hpp"

#include <utility>

#include "scr/text/json_writer.hpp"
#include "store/json_list.hpp"

namespace scr::store {
namespace {

constexpr std::size_t most_known = 10'000;

/// The same columns to be shared.
ListColumns shared(ListColumns columns) {
    for (Value& value : columns) {
        if (auto* const text = std::get_if<std::string>(&value)) {
            auto json = text::json_string(*text);
            value =
                std::make_shared<const SharedText>(SharedText{std::move(*text), std::move(json)});
        }
    }
    return columns;
}

}  // namespace

ListColumns list_columns_of(const record::ScreeningRecord& screening) {
    return {to_json(screening.results), to_json(screening.criteria), to_json(screening.missing),
            to_json(screening.assumed),
            screening.decisive ? Value{to_json(*screening.decisive)} : Value{}};
}

ListColumns ScreeningTexts::of(const casework::SharedScreening& screening) {
    if (const auto known = known_.find(screening.get()); known != known_.end())
        return known->second.columns;
    if (known_.size() == most_known) known_.clear();
    auto columns = shared(list_columns_of(*screening));
    known_.emplace(screening.get(), Known{screening, columns});
    return columns;
}

}  // namespace scr::store
