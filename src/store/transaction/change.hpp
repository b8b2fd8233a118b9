#pragma once

#include <memory>
#include <string>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"

namespace scr::store {

/// Begins a unit of work at the instant `now`. Throws FailureKind::store when the store is locked,
/// and when `now` is before the last event unless `accept_clock`.
std::unique_ptr<casework::Change> begin_change(Connection& connection, const std::string& file,
                                               const record::Act& act, const std::string& now,
                                               bool accept_clock);

}  // namespace scr::store
