#pragma once

#include <memory>

#include "scr/store/database.hpp"
#include "store/connection.hpp"

namespace scr::store {

/// A connection to the store of `options`, checked and with the schema of this program.
std::unique_ptr<Connection> open_connection(const OpenOptions& options);

}  // namespace scr::store
