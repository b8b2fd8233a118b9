#include "cli/environment.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "scr/failure.hpp"

namespace scr::cli {
namespace {

/// A job without HOME is still somebody's: the account knows where its home is.
std::filesystem::path home_folder(const Environment& environment) {
    if (const auto home = environment("HOME")) return *home;
    const passwd* entry = getpwuid(getuid());
    if (entry != nullptr && entry->pw_dir != nullptr) return entry->pw_dir;
    throw Failure(FailureKind::store, "neither HOME nor the account says where files belong", "",
                  "", "set HOME, or XDG_DATA_HOME and XDG_CONFIG_HOME");
}

/// The specification has a relative path in these variables ignored.
std::filesystem::path xdg_folder(const Environment& environment, const char* variable,
                                 const char* below_home) {
    const auto value = environment(variable);
    if (value && std::filesystem::path(*value).is_absolute()) {
        return std::filesystem::path(*value) / "scr";
    }
    return home_folder(environment) / below_home / "scr";
}

}  // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr || *value == '\0') return std::nullopt;
        return value;
    };
}

std::filesystem::path data_folder(const Environment& environment) {
    return xdg_folder(environment, "XDG_DATA_HOME", ".local/share");
}

std::filesystem::path config_folder(const Environment& environment) {
    return xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
}

std::filesystem::path state_folder(const Environment& environment) {
    return xdg_folder(environment, "XDG_STATE_HOME", ".local/state");
}

std::string login_name() {
    const passwd* entry = getpwuid(getuid());
    return entry != nullptr ? entry->pw_name : std::to_string(getuid());
}

}  // namespace scr::cli
