#pragma once

#include <span>
#include <string>

#include "scr/text/embedded_file.hpp"
#include "store/connection.hpp"

namespace scr::store {

namespace embedded {
/// The migrations, in the order of their names. Made by the build from src/store/migrations.
std::span<const text::EmbeddedFile> files();
}  // namespace embedded

/// The schema version of this program: the number of its migrations.
int newest_schema_version();

/// The schema version of an open file: how many migrations it has seen, 0 for an empty one. Throws
/// FailureKind::store for a database of another program and for one of a newer `scr`.
int schema_version(Connection& connection, const std::string& file);

/// Runs the migrations that are missing, in one transaction.
void migrate(Connection& connection, const std::string& file);

}  // namespace scr::store
