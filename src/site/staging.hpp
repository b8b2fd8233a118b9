#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "descriptor.hpp"
#include "scr/casework/site.hpp"

namespace scr::site {

/// A folder beside which the site lies: opened once, so that every step works below the same one,
/// whatever is renamed or linked in the meantime.
struct Place {
    Descriptor parent;
    std::filesystem::path folder;  ///< absolute; for messages

    std::string name() const { return folder.filename().string(); }
    std::string staging_prefix() const { return "." + name() + ".staging-"; }
};

/// Whether `name` is one that a site may hold: `[a-z0-9-]+.html` or `.css`.
bool is_site_name(const std::string& name);

/// Writes `files` into a new hidden folder beside the site, synced, readable by all. Returns its
/// name.
std::string stage(const Place& place, const std::vector<casework::SiteFile>& files);

/// Puts the staged folder in the site's place in one step; `exchange`: there is a former one, which
/// then has the staging name.
void swap_in(const Place& place, const std::string& staged, bool exchange);

/// Removes a folder beside the site that holds nothing but files of a site.
void remove_staged(const Place& place, const std::string& name);

/// Removes what runs that died left behind. Only under the lock: a living run's folder looks the
/// same.
void remove_leftovers(const Place& place);

/// Writes a small file beside the site, in one step.
void write_beside(const Place& place, const std::string& name, const std::string& content);

/// The bytes of a regular file below `folder`; nothing when it is none, or cannot be opened.
std::optional<std::string> read_at(const Descriptor& folder, const std::string& name);

/// The names in a folder, sorted, without `.` and `..`.
std::vector<std::string> names_in(const Descriptor& folder, const std::filesystem::path& path);

}  // namespace scr::site
