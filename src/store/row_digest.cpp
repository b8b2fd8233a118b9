#include "store/row_digest.hpp"

#include <utility>

#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

void write_value(text::JsonWriter& json, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        json.value(*integer);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        json.value(*words);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
        json.value(digest::sha256(blob->bytes));
    }
}

}  // namespace

std::string canonical_row(const Table& table, std::int64_t id, std::int64_t event,
                          std::span<const Value> values, std::string memory) {
    text::JsonWriter json(std::move(memory));
    json.begin_object().key("id").value(id).key("event").value(event);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const bool covered = column.kind == ColumnKind::plain || column.kind == ColumnKind::seal;
        if (!covered || is_null(values[i])) continue;
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
