#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scr::store {

/// What is wrong with the file of a store, a sentence each: its structure, its references between
/// tables, and who else may read or replace it. The log is checked by Store::verify. Throws Failure
/// where the store cannot be opened at all.
std::vector<std::string> check(const std::filesystem::path& path);

}  // namespace scr::store
