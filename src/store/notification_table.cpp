#include "store/notification_table.hpp"

#include <fmt/format.h>

#include "store/criteria_table.hpp"
#include "store/numbering.hpp"

namespace scr::store {
namespace {

constexpr auto kind = record::Reference::Kind::notification;

constexpr std::string_view select_notification =
    "SELECT n.year, n.number, n.agency, n.incident, n.area, n.summary, n.received_on, t.digest"
    " FROM notification n LEFT JOIN criteria_text t ON t.id = n.criteria_text_id";

record::Notification notification_of(const Cursor& row) {
    return {
        .reference = numbered(kind, row.integer(0), row.integer(1)),
        .agency = row.text(2),
        .incident = row.text(3),
        .area = row.text(4),
        .summary = row.text(5),
        .received_on = row.date(6),
        .criteria_digest = row.text(7),
    };
}

}  // namespace

std::string add_notification(RowWriter& rows, const record::Notification& notification) {
    const auto reference =
        next_reference(rows, notification_table, kind, year_of(notification.received_on));
    const auto id =
        rows.insert(notification_table,
                    {reference.year, reference.number, notification.agency, notification.incident,
                     notification.area, notification.summary, date_value(notification.received_on),
                     id_value(optional_criteria_text_id(rows, notification.criteria_digest))});
    auto text = to_text(reference);
    rows.refer(text);
    rows.recent().notification = {.reference = text, .id = id, .cases = 0};
    return text;
}

std::optional<std::int64_t> notification_id(Connection& connection, const std::string& reference) {
    return find_numbered(connection, notification_table, kind, reference);
}

std::optional<record::Notification> find_notification(Connection& connection,
                                                      const std::string& reference) {
    const auto id = notification_id(connection, reference);
    if (!id) return std::nullopt;
    Cursor row(Of{{&notification_table, &criteria_text_table}}, connection,
               fmt::format("{} WHERE n.id = ?", select_notification), *id);
    if (!row.step()) return std::nullopt;
    return notification_of(row);
}

std::optional<record::Notification> find_notification_of_incident(Connection& connection,
                                                                  const std::string& agency,
                                                                  const std::string& incident) {
    // Repeating the condition of the partial index lets the query use it.
    Cursor row(PastWaitingRows{}, connection,
               fmt::format("{} WHERE n.agency = ? AND n.incident = ? AND n.incident <> ''",
                           select_notification),
               agency, incident);
    if (!row.step()) return std::nullopt;
    return notification_of(row);
}

std::vector<record::Notification> all_notifications(Connection& connection) {
    std::vector<record::Notification> all;
    Cursor row(connection, fmt::format("{} ORDER BY n.id", select_notification));
    while (row.step()) all.push_back(notification_of(row));
    return all;
}

}  // namespace scr::store
