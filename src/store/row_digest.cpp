#include "store/row_digest.hpp"

#include <utility>

#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

void write_value(text::JsonWriter& json, const ValueView& value) {
    switch (value.kind()) {
        case ValueView::Kind::null: json.null(); break;
        case ValueView::Kind::integer: json.value(value.integer()); break;
        case ValueView::Kind::text: json.value(value.bytes()); break;
        case ValueView::Kind::blob: json.value(digest::sha256(value.bytes())); break;
    }
}

}  // namespace

std::string canonical_row(const Table& table, std::int64_t id, std::int64_t event,
                          std::span<const ValueView> values, std::string memory) {
    text::JsonWriter json(std::move(memory));
    json.begin_object().key("id").value(id).key("event").value(event);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const bool covered = column.kind == ColumnKind::plain || column.kind == ColumnKind::seal;
        if (!covered || values[i].kind() == ValueView::Kind::null) continue;
        json.key(column.name);
        write_value(json, values[i]);
    }
    json.end_object();
    return json.take();
}

void RangeDigest::add(const std::string& canonical_row) {
    sha256_.update(canonical_row);
    sha256_.update("\n");
}

}  // namespace scr::store
