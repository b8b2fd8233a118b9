#pragma once

#include <filesystem>

#include "store/connection.hpp"

namespace scr::store {

/// Copies every page of one database into another.
void copy_database(Connection& from, Connection& to);

/// Keeps a copy in the file `target`, which is replaced: written beside it, verified, put in place.
void back_up(Connection& source, const std::filesystem::path& target);

}  // namespace scr::store
