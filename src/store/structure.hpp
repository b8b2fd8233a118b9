#pragma once

#include <string>
#include <vector>

#include "store/connection.hpp"

namespace scr::store {

/// What is wrong with the database as a whole, apart from the log: its pages and indexes, its
/// schema (a dropped trigger shows here), the derived list of pending cases. Never holds a row's
/// content.
std::vector<std::string> structural_problems(Connection& connection);

}  // namespace scr::store
