#include "cli/settings.hpp"

#include <doctest/doctest.h>

#include <map>

#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;

namespace {

Environment with(std::map<std::string, std::string> variables) {
    return [variables](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
}

ConfigFile config(const std::string& text) {
    return read_config(criteria_toml::read_document(text, "/etc/scr/config.toml"), "/home/ada");
}

std::string problem_of(const std::string& text) {
    try {
        config(text);
    } catch (const Failure& failure) {
        CHECK(failure.kind() == FailureKind::refused);
        return failure.what();
    }
    return "";
}

std::string ada() {
    return "ada";
}

std::string scr_account() {
    return "scr";
}

std::string nobody() {
    return "";
}

}  // namespace

TEST_CASE("a setting comes from the option then the environment then the file then the default") {
    const auto file = config("store = \"/srv/file.db\"\n");
    const auto environment = with({{"SCR_STORE", "/srv/environment.db"}, {"HOME", "/home/ada"}});
    Globals globals;
    globals.store = "/srv/option.db";
    CHECK(resolve(globals, environment, file, ada).store == Setting{"/srv/option.db", "--store"});
    globals.store.clear();
    CHECK(resolve(globals, environment, file, ada).store ==
          Setting{"/srv/environment.db", "SCR_STORE"});
    CHECK(resolve(globals, with({{"HOME", "/home/ada"}}), file, ada).store ==
          Setting{"/srv/file.db", "/etc/scr/config.toml"});
    CHECK(resolve(globals, with({{"HOME", "/home/ada"}}), {}, ada).store ==
          Setting{"/home/ada/.local/share/scr/scr.db", "default"});
    CHECK(resolve(globals, with({{"XDG_DATA_HOME", "/data"}}), {}, ada).store.value ==
          "/data/scr/scr.db");
}

TEST_CASE("the person acting is the one before sudo unless named") {
    CHECK(resolve({}, with({}), {}, scr_account).by == Setting{"scr", "login"});
    CHECK(resolve({}, with({{"SUDO_USER", "ada"}}), {}, scr_account).by ==
          Setting{"ada", "SUDO_USER"});
    CHECK(resolve({}, with({{"SUDO_USER", "ada"}, {"SCR_BY", "Ada B"}}), {}, scr_account).by ==
          Setting{"Ada B", "SCR_BY"});
}

TEST_CASE("NO_COLOR yields to the configuration and the option") {
    const auto no_color = with({{"NO_COLOR", "1"}});
    Globals globals;
    CHECK(resolve(globals, no_color, {}, nobody).color == Setting{"never", "NO_COLOR"});
    CHECK(resolve(globals, no_color, config("color = \"always\"\n"), nobody).color.value ==
          "always");
    globals.color = "auto";
    CHECK(resolve(globals, no_color, {}, nobody).color == Setting{"auto", "--color"});
    CHECK(resolve({}, with({}), {}, nobody).color == Setting{"auto", "default"});
}

TEST_CASE("paths of a configuration file start at its folder or at home") {
    const auto file = config(
        "store = \"scr.db\"\ncriteria = \"rules/mine.toml\"\n"
        "[site]\nfolder = \"~/site\"\npartnership = \"Anyshire\"\n[calendar]\nfile = "
        "\"days.csv\"\n");
    CHECK(file.value("store") == "/etc/scr/scr.db");
    CHECK(file.value("criteria") == "/etc/scr/rules/mine.toml");
    CHECK(file.value("site.folder") == "/home/ada/site");
    CHECK(file.value("site.partnership") == "Anyshire");
    CHECK(file.value("calendar.file") == "/etc/scr/days.csv");
    CHECK(config("criteria = \"scr-2015\"\n").value("criteria") == "scr-2015");
}

TEST_CASE("every fault of a configuration file is reported with its place") {
    const std::string problem = problem_of(
        "stor = \"a\"\nby = 3\ncolor = \"pink\"\n[site]\nfoldr = \"b\"\n[sight]\nx = 1\n");
    CHECK(problem.find("error: unknown key `stor`\n  --> /etc/scr/config.toml:1:1") == 0);
    CHECK(problem.find("help: did you mean `store`?") != std::string::npos);
    CHECK(problem.find("`by` takes a text") != std::string::npos);
    CHECK(problem.find("unknown value for `color`: `pink`") != std::string::npos);
    CHECK(problem.find("unknown key `site.foldr`") != std::string::npos);
    CHECK(problem.find("help: did you mean `folder`?") != std::string::npos);
    CHECK(problem.find("unknown key `sight`") != std::string::npos);
}
