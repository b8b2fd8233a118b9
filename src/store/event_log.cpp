#include "store/event_log.hpp"

#include <fmt/format.h>

#include "scr/digest/sha256.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {
namespace {

constexpr std::string_view select_event =
    "SELECT sequence, at, verb, subject, acting, account, as_of, body, previous, hash FROM event";

record::Event event_of(const Cursor& row) {
    return {
        .sequence = row.integer(0),
        .at = row.text(1),
        .act = {.verb = row.text(2),
                .subject = row.text(3),
                .by = row.text(4),
                .account = row.text(5),
                .as_of = row.optional_date(6)},
        .body = row.text(7),
        .previous = row.text(8),
        .hash = row.text(9),
    };
}

}  // namespace

std::string no_event_hash() {
    return std::string(64, '0');
}

std::string hash_of(const record::Event& event) {
    text::JsonWriter json;
    json.begin_object().key("sequence").value(event.sequence).key("at").value(event.at);
    json.key("verb").value(event.act.verb).key("subject").value(event.act.subject);
    json.key("by").value(event.act.by).key("account").value(event.act.account).key("as_of");
    if (event.act.as_of) {
        json.value(record::to_text(*event.act.as_of));
    } else {
        json.null();
    }
    // As a string: the hash then covers the bytes of the body, whether they are JSON or not.
    json.key("body").value(event.body).key("previous").value(event.previous).end_object();
    return digest::sha256(json.text());
}

void append_event(Connection& connection, const record::Event& event) {
    Cursor row(connection,
               "INSERT INTO event (sequence, at, verb, subject, acting, account, as_of, body,"
               " previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               event.sequence, event.at, event.act.verb, event.act.subject, event.act.by,
               event.act.account);
    if (event.act.as_of) row.bind(7, record::to_text(*event.act.as_of));
    row.bind(8, event.body);
    row.bind(9, event.previous);
    row.bind(10, event.hash);
    row.run();
}

std::optional<record::Event> newest_event(Connection& connection) {
    Cursor row(connection, fmt::format("{} ORDER BY sequence DESC LIMIT 1", select_event));
    if (!row.step()) return std::nullopt;
    return event_of(row);
}

void each_event(Connection& connection, std::int64_t after,
                const std::function<void(const record::Event&)>& visit) {
    Cursor row(connection, fmt::format("{} WHERE sequence > ? ORDER BY sequence", select_event),
               after);
    while (row.step()) visit(event_of(row));
}

}  // namespace scr::store
