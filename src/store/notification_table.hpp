#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/record/notification.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column notification_columns[] = {
    {"year"}, {"number"},  {"agency"},      {"incident"},
    {"area"}, {"summary"}, {"received_on"}, {"criteria_text_id"}};
inline constexpr Table notification_table{"notification", notification_columns, "incident"};

std::string add_notification(RowWriter& rows, const record::Notification& notification);

std::optional<std::int64_t> notification_id(Connection& connection, const std::string& reference);
std::optional<record::Notification> find_notification(Connection& connection,
                                                      const std::string& reference);
std::optional<record::Notification> find_notification_of_incident(Connection& connection,
                                                                  const std::string& agency,
                                                                  const std::string& incident);
std::vector<record::Notification> all_notifications(Connection& connection);

}  // namespace scr::store
