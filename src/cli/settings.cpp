#include "cli/settings.hpp"

namespace scr::cli {
namespace {

/// One setting's sources, strongest first.
struct Sources {
    std::string option_name;
    std::string option;
    std::string variable;
    std::string key;
    std::string fallback;
    std::string fallback_origin = "default";
};

Setting pick(const Sources& sources, const Environment& environment, const ConfigFile& config) {
    if (!sources.option.empty()) return {sources.option, sources.option_name};
    if (!sources.variable.empty()) {
        if (const auto value = environment(sources.variable)) return {*value, sources.variable};
    }
    if (const auto value = config.value(sources.key); !value.empty()) return {value, config.name};
    return {sources.fallback, sources.fallback_origin};
}

/// NO_COLOR alone yields to the configuration: the general wish gives way to the particular one.
Setting pick_color(const Globals& globals, const Environment& environment,
                   const ConfigFile& config) {
    const bool no_color = environment("NO_COLOR").has_value();
    return pick({"--color", globals.color, "", "color", no_color ? "never" : "auto",
                 no_color ? "NO_COLOR" : "default"},
                environment, config);
}

Setting pick_by(const Globals& globals, const Environment& environment, const ConfigFile& config,
                const std::function<std::string()>& login) {
    const auto sudo = environment("SUDO_USER");
    Setting by = pick({"--by", globals.by, "SCR_BY", "by", sudo.value_or(""), "SUDO_USER"},
                      environment, config);
    return by.value.empty() ? Setting{login(), "login"} : by;
}

}  // namespace

Settings resolve(const Globals& globals, const Environment& environment, const ConfigFile& config,
                 const std::function<std::string()>& login) {
    const auto data = data_folder(environment);
    Settings settings;
    settings.store = pick({"--store", globals.store, "SCR_STORE", "store", data / "scr.db"},
                          environment, config);
    settings.criteria =
        pick({"--criteria", globals.criteria, "SCR_CRITERIA", "criteria", ""}, environment, config);
    settings.by = pick_by(globals, environment, config, login);
    settings.color = pick_color(globals, environment, config);
    settings.site_folder = pick({"", "", "", "site.folder", data / "site"}, environment, config);
    settings.partnership = pick({"", "", "", "site.partnership", ""}, environment, config);
    settings.privacy_url = pick({"", "", "", "site.privacy_url", ""}, environment, config);
    settings.contact = pick({"", "", "", "site.contact", ""}, environment, config);
    settings.calendar_file = pick({"", "", "", "calendar.file", ""}, environment, config);
    settings.config_file = config.name;
    return settings;
}

Settings load_settings(const Globals& globals, const Environment& environment) {
    return resolve(globals, environment, find_config(globals, environment), login_name);
}

std::vector<std::pair<std::string, Setting>> listed(const Settings& settings) {
    return {{"store", settings.store},
            {"criteria", settings.criteria},
            {"by", settings.by},
            {"color", settings.color},
            {"site.folder", settings.site_folder},
            {"site.partnership", settings.partnership},
            {"site.privacy_url", settings.privacy_url},
            {"site.contact", settings.contact},
            {"calendar.file", settings.calendar_file}};
}

}  // namespace scr::cli
