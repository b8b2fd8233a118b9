#include "store/row_digest.hpp"

#include <fmt/format.h>

#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

/// A value that is not null.
void append_value(std::string& text, const ValueView& value) {
    switch (value.kind()) {
        case ValueView::Kind::null: break;
        case ValueView::Kind::integer: text::append_number(text, value.integer()); break;
        case ValueView::Kind::text: text::append_json_string(text, value.bytes()); break;
        case ValueView::Kind::blob:
            text::append_json_string(text, digest::sha256(value.bytes()));
            break;
    }
}

}  // namespace

CanonicalRows::CanonicalRows(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto kind = table.columns[i].kind;
        if (kind != ColumnKind::plain && kind != ColumnKind::seal) continue;
        covered_.push_back({i, fmt::format(",{}:", text::json_string(table.columns[i].name))});
    }
}

const std::string& CanonicalRows::line(std::int64_t id, std::int64_t event,
                                       std::span<const ValueView> values) {
    text_ = R"({"id":)";
    text::append_number(text_, id);
    text_ += R"(,"event":)";
    text::append_number(text_, event);
    for (const auto& [column, key] : covered_) {
        if (values[column].kind() == ValueView::Kind::null) continue;
        text_ += key;
        append_value(text_, values[column]);
    }
    return text_ += "}\n";
}

void RangeDigest::add(std::int64_t id, std::int64_t event, std::span<const ValueView> values) {
    sha256_.update(rows_.line(id, event, values));
}

}  // namespace scr::store
