#pragma once

#include <filesystem>
#include <memory>

#include "scr/casework/site.hpp"

namespace scr::site {

/// The site in `folder`, which need not exist: nothing is touched before the first `replace`, which
/// also makes the folders above it. Beside the folder lies `<folder>.built-from`, the hash of the
/// event from which it was built; while `replace` runs also a hidden staging folder.
///
/// A folder that holds anything but the files of a site made by `replace` is never replaced, nor is
/// a symbolic link in its place (Failure not_allowed). What the file system will not do is Failure
/// store; the folder then still holds the former site, whole. A file name outside
/// `[a-z0-9-]+.html` or `.css` is a fault of the program.
std::unique_ptr<casework::Site> open_site(const std::filesystem::path& folder);

}  // namespace scr::site
