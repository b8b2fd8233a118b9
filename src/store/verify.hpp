#pragma once

#include "scr/casework/store.hpp"
#include "store/connection.hpp"

namespace scr::store {

/// Recomputes the chain of events, the digests of the rows that they wrote, and looks for rows that
/// no event wrote. Reads row by row: the memory does not grow with the store.
casework::AuditReport verify(Connection& connection);

}  // namespace scr::store
