#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/config_file.hpp"
#include "cli/environment.hpp"
#include "cli/globals.hpp"

namespace scr::cli {

/// A resolved setting and where it comes from: `--store`, `SCR_STORE`, a configuration file's name,
/// `default`.
struct Setting {
    std::string value;
    std::string origin;

    bool operator==(const Setting&) const = default;
};

/// Every setting after resolution: option, environment, configuration file, default.
struct Settings {
    Setting store;
    Setting criteria;  ///< blank where nobody named any
    Setting by;
    Setting color;  ///< auto, always, never
    Setting site_folder;
    Setting partnership;
    Setting privacy_url;
    Setting contact;
    Setting calendar_file;    ///< blank: the calendar that is built in
    std::string config_file;  ///< the file that was read; blank when there was none
};

/// Pure but for the environment, which comes in as a function. `login` is the default of `by`
/// and asked only where nothing else names the person: the account is looked up slowly.
Settings resolve(const Globals&, const Environment&, const ConfigFile&,
                 const std::function<std::string()>& login);

/// Reads the configuration file and resolves. Throws Failure (refused) for a file that is wrong.
Settings load_settings(const Globals&, const Environment&);

/// The settings by the names that the configuration file uses, in the order of the manual.
std::vector<std::pair<std::string, Setting>> listed(const Settings&);

}  // namespace scr::cli
