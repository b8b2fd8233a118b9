#pragma once

#include <filesystem>
#include <string_view>

namespace scr::store {

/// The file of a store on disk, before and beside the database. Nothing here opens an existing
/// store: to close a second descriptor of it would drop the locks that the database holds in this
/// process.

/// Throws FailureKind::store unless `path` is a regular file that only its owner can open.
void require_private_file(const std::filesystem::path& path);

/// Makes an empty file of mode 0600, and missing folders of mode 0700. Somebody else making it in
/// the same moment is no error.
void create_private_file(const std::filesystem::path& path);

/// Makes the names within the folder durable.
void sync_folder(const std::filesystem::path& folder);

/// What a store is called while it is made, before the number of the process.
inline constexpr std::string_view making_suffix = ".making-";

/// Removes what processes that were killed long ago left of the making of this store.
void remove_unfinished(const std::filesystem::path& path);

/// Moves a file that was made whole to its place, unless there is one: then it is removed.
void put_in_place(const std::filesystem::path& made, const std::filesystem::path& path);

}  // namespace scr::store
