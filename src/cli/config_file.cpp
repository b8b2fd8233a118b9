#include "cli/config_file.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <span>

#include "cli/files.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::cli {
namespace {

/// A key that a configuration file may hold.
struct Key {
    enum Kind { text, path, criteria };

    std::string_view name;
    Kind kind = text;
};

constexpr std::array keys{
    Key{"store", Key::path},
    Key{"criteria", Key::criteria},
    Key{"by"},
    Key{"color"},
    Key{"site.folder", Key::path},
    Key{"site.partnership"},
    Key{"site.privacy_url"},
    Key{"site.contact"},
    Key{"calendar.file", Key::path},
};

const Key* find_key(std::string_view name) {
    for (const auto& key : keys) {
        if (key.name == name) return &key;
    }
    return nullptr;
}

bool is_section(const std::string& name) {
    for (const auto& key : keys) {
        if (key.name.starts_with(name + '.')) return true;
    }
    return false;
}

std::vector<std::string> names_below(const std::string& prefix) {
    std::vector<std::string> names;
    for (const auto& key : keys) {
        if (key.name.starts_with(prefix)) names.emplace_back(key.name.substr(prefix.size()));
    }
    return names;
}

std::string absolute(const std::string& value, const std::string& file, const std::string& home) {
    if (value.starts_with("~/")) return home + value.substr(1);
    return (std::filesystem::path(file).parent_path() / value).lexically_normal();
}

class Reader {
 public:
    Reader(const criteria::Document& document, const std::string& home)
        : document_(document), home_(home) {
        config_.name = document.name;
    }

    ConfigFile read() {
        read_table(document_.root, "");
        if (!diagnostics_.empty()) throw diagnosed(diagnostics_, document_);
        return std::move(config_);
    }

 private:
    void read_table(const criteria::Table& table, const std::string& prefix) {
        for (const auto& entry : table) read_entry(entry, prefix);
    }

    void read_entry(const criteria::Entry& entry, const std::string& prefix) {
        const std::string name = prefix + entry.key;
        const auto* below = std::get_if<criteria::Table>(&entry.node.value);
        if (const Key* key = find_key(name)) {
            read_value(*key, entry);
        } else if (below != nullptr && prefix.empty() && is_section(name)) {
            read_table(*below, name + '.');
        } else {
            report(entry.key_span, fmt::format("unknown key `{}`", name),
                   text::did_you_mean(entry.key, names_below(prefix)));
        }
    }

    void read_value(const Key& key, const criteria::Entry& entry) {
        const auto* text = std::get_if<criteria::Text>(&entry.node.value);
        if (text == nullptr) {
            return report(entry.node.span, fmt::format("`{}` takes a text", key.name),
                          "put the value between quotes");
        }
        const std::string& value = text->value;
        if (key.name == "color" && value != "auto" && value != "always" && value != "never") {
            return report(text->span(), fmt::format("unknown value for `color`: `{}`", value),
                          "write auto, always or never");
        }
        const bool is_file =
            key.kind == Key::path || (key.kind == Key::criteria && names_file(value));
        config_.values[std::string(key.name)] =
            is_file ? absolute(value, document_.name, home_) : value;
    }

    static bool names_file(const std::string& value) {
        return value.find('/') != std::string::npos || value.ends_with(".toml");
    }

    void report(criteria::Span span, std::string message, std::string help) {
        diagnostics_.push_back({span, std::move(message), "", std::move(help)});
    }

    const criteria::Document& document_;
    const std::string& home_;
    ConfigFile config_;
    std::vector<criteria::Diagnostic> diagnostics_;
};

}  // namespace

std::string ConfigFile::value(const std::string& key) const {
    const auto found = values.find(key);
    return found == values.end() ? "" : found->second;
}

ConfigFile read_config(const criteria::Document& document, const std::string& home) {
    return Reader(document, home).read();
}

ConfigFile find_config(const Globals& globals, const Environment& environment) {
    const auto read = [&](const std::filesystem::path& file) {
        return read_config(criteria_toml::read_document(read_file(file), file),
                           environment("HOME").value_or(""));
    };
    if (!globals.config.empty()) return read(globals.config);
    if (const auto named = environment("SCR_CONFIG")) return read(*named);
    for (const auto& file : {config_folder(environment) / "config.toml",
                             std::filesystem::path("/etc/scr/config.toml")}) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) return read(file);
    }
    return {};
}

}  // namespace scr::cli
