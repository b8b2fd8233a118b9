#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace scr::cli {

/// The value of an environment variable; nothing when it is absent or empty. A test passes its own.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

Environment process_environment();

/// The folders of the XDG base directory specification, with `scr` appended.
std::filesystem::path data_folder(const Environment&);
std::filesystem::path config_folder(const Environment&);
std::filesystem::path state_folder(const Environment&);

/// The login of this process, or its number where the system has no name for it.
std::string login_name();

}  // namespace scr::cli
