#include "store/transaction/row_group.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

#include "scr/failure.hpp"

namespace scr::store {

void RowGroup::use_memory_of(RowGroup&& other) {
    places_ = std::move(other.places_);
    bytes_ = std::move(other.bytes_);
    places_.clear();
    bytes_.clear();
}

void RowGroup::add(std::initializer_list<ValueView> values) {
    if (values.size() != table_->columns.size()) {
        throw Failure(FailureKind::bug,
                      fmt::format("a row of `{}` has {} values", table_->name, values.size()));
    }
    for (const auto& value : values) {
        const auto bytes = value.bytes();
        // The database refuses what is larger by far.
        if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
            throw Failure(FailureKind::refused, "a text is larger than 16 MB");
        }
        const bool is_integer = value.kind() == ValueView::Kind::integer;
        places_.push_back({is_integer ? value.integer() : static_cast<std::int64_t>(bytes_.size()),
                           static_cast<std::uint32_t>(bytes.size()), value.kind()});
        bytes_ += bytes;
    }
}

ValueView RowGroup::value(std::size_t row, std::size_t column) const {
    const Place& place = places_[row * table_->columns.size() + column];
    switch (place.kind) {
        case ValueView::Kind::null: return {};
        case ValueView::Kind::integer: return place.at;
        case ValueView::Kind::text:
        case ValueView::Kind::blob: break;
    }
    return {place.kind,
            std::string_view(bytes_).substr(static_cast<std::size_t>(place.at), place.size)};
}

}  // namespace scr::store
