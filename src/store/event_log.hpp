#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "scr/record/event.hpp"
#include "store/connection.hpp"

namespace scr::store {

/// What stands as `previous` in the first event.
std::string no_event_hash();

/// SHA-256 over the canonical JSON of every other field.
std::string hash_of(const record::Event& event);

/// Appends an event whose fields are all set.
void append_event(Connection& connection, const record::Event& event);

std::optional<record::Event> newest_event(Connection& connection);

void each_event(Connection& connection, std::int64_t after,
                const std::function<void(const record::Event&)>& visit);

}  // namespace scr::store
