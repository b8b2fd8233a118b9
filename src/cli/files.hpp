#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/document.hpp"
#include "scr/failure.hpp"

namespace scr::cli {

/// The bytes of a file, at most `limit`. Throws Failure (refused) with the reason where it cannot
/// be read, is a folder or is larger.
std::string read_file(const std::filesystem::path&, std::size_t limit = 64 * 1024 * 1024);

/// The failure that shows all of `diagnostics` as blocks.
Failure diagnosed(std::vector<criteria::Diagnostic> diagnostics, const criteria::Document&);

}  // namespace scr::cli
