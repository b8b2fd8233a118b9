#pragma once

#include <functional>
#include <memory>
#include <string>

#include "scr/casework/store.hpp"
#include "store/connection.hpp"

namespace scr::store {

/// Begins a unit of work. `now` is asked once the write lock is held: whoever was waited for had an
/// event of a later instant than that of the asking. Throws FailureKind::store when the store is
/// locked, and when the clock is before the last event unless `accept_clock`.
std::unique_ptr<casework::Change> begin_change(Connection& connection, const std::string& file,
                                               const record::Act& act,
                                               const std::function<std::string()>& now,
                                               bool accept_clock);

}  // namespace scr::store
