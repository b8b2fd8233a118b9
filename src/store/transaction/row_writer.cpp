#include "store/transaction/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

constexpr std::size_t most_references = 100;

std::int64_t next_id(Connection& connection, const Table& table) {
    return connection.integer(fmt::format("SELECT max(id) FROM {}", table.name)).value_or(0) + 1;
}

}  // namespace

RowWriter::Range::Range(Connection& connection, const Table& of)
    : table(of),
      statement(connection, insert_sql(of)),
      first(next_id(connection, of)),
      next(first) {}

RowWriter::Range& RowWriter::range_of(const Table& table) {
    for (const auto& range : ranges_) {
        if (&range->table == &table) return *range;
    }
    return *ranges_.emplace_back(std::make_unique<Range>(connection_, table));
}

std::int64_t RowWriter::insert(const Table& table, std::vector<Value> values) {
    if (values.size() != table.columns.size()) {
        throw Failure(FailureKind::bug,
                      fmt::format("a row of `{}` has {} values", table.name, values.size()));
    }
    Range& range = range_of(table);
    const std::int64_t id = range.next;
    range.statement.bind(1, id);
    range.statement.bind(2, event_);
    for (std::size_t i = 0; i < values.size(); ++i) {
        range.statement.bind_borrowed(static_cast<int>(i) + 3, values[i]);
    }
    range.statement.run();
    digester_.add(table, id, std::move(values));
    ++range.next;
    return id;
}

void RowWriter::refer(const std::string& reference) {
    if (references_.size() == most_references) {
        ++references_left_out_;
    } else if (std::find(references_.begin(), references_.end(), reference) == references_.end()) {
        references_.push_back(reference);
    }
}

std::string RowWriter::finish_body() {
    text::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& range : ranges_) {
        if (range->next == range->first) continue;
        json.begin_object().key("table").value(range->table.name);
        json.key("first").value(range->first).key("last").value(range->next - 1);
        json.key("count").value(range->next - range->first);
        json.key("digest").value(digester_.finish(range->table)).end_object();
    }
    json.end_array().key("references");
    text::write_strings(json, references_);
    // A large load would otherwise write its list of records a second time.
    if (references_left_out_ > 0) json.key("others").value(references_left_out_);
    json.end_object();
    return json.take();
}

}  // namespace scr::store
