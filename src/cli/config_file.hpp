#pragma once

#include <map>
#include <optional>
#include <string>

#include "cli/environment.hpp"
#include "cli/globals.hpp"
#include "scr/criteria/document.hpp"

namespace scr::cli {

/// What a configuration file says: values by full key, such as `store` or `site.folder`.
struct ConfigFile {
    std::string name;  ///< blank when there is no file
    std::map<std::string, std::string> values;

    /// The value of a key, or blank.
    std::string value(const std::string& key) const;
};

/// Reads the tree of a configuration file. A relative file or folder in it is taken from the
/// configuration file's own folder, `~/` from `home`. Throws Failure (refused) with every unknown
/// key and every value of the wrong kind, each with its place.
ConfigFile read_config(const criteria::Document&, const std::string& home);

/// The file of `--config` or `SCR_CONFIG`, which must be there, else the user's, else the system's,
/// else an empty one.
ConfigFile find_config(const Globals&, const Environment&);

}  // namespace scr::cli
