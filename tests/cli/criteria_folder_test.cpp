#include "cli/criteria_folder.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <array>
#include <fstream>

#include "cli/embedded_data.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;

namespace {

std::string rules(const std::string& id, const std::string& title) {
    return "[criteria]\nid = \"" + id + "\"\ntitle = \"" + title +
           "\"\nkind = \"k\"\njurisdiction = \"j\"\nregime_date = \"incident_on\"\n"
           "[fact.lit]\ntype = \"yes_no\"\nask = \"Lit?\"\n"
           "[determination.d]\nask = \"?\"\n"
           "outcomes = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]\n"
           "otherwise = \"b\"\n"
           "[[criterion]]\nid = \"c\"\ndetermination = \"d\"\noutcome = \"a\"\nwhen = \"lit\"\n"
           "text = \"It is lit\"\n";
}

/// A folder that is gone at the end of the test.
struct Folder {
    std::filesystem::path path;

    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "scr-criteria-XXXXXX";
        path = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }
};

const std::string built_in = rules("lamps", "built in");
const std::array<text::EmbeddedFile, 1> embedded{{{"lamps.toml", built_in}}};

std::string title_of(CriteriaFolder& folder, const std::string& name) {
    return folder.by_name(name)->criteria.title;
}

Failure refusal(CriteriaFolder& folder, const std::string& name) {
    try {
        folder.by_name(name);
    } catch (const Failure& failure) {
        return failure;
    }
    FAIL("accepted: " << name);
    return Failure(FailureKind::bug, "");
}

casework::CriteriaText adopted_text(const std::string& id, const std::string& title) {
    return {std::string(64, 'a'), id, title, rules(id, title)};
}

}  // namespace

TEST_CASE("a file of the same id in an earlier folder goes before whatever its own name") {
    const Folder own;
    const Folder system;
    CriteriaFolder none({own.path, system.path}, embedded);
    CHECK(title_of(none, "lamps") == "built in");

    system.write("lamps.toml", rules("lamps", "of the system"));
    CriteriaFolder second({own.path, system.path}, embedded);
    CHECK(title_of(second, "lamps") == "of the system");

    own.write("another-name.toml", rules("lamps", "of the person"));
    CriteriaFolder first({own.path, system.path}, embedded);
    CHECK(title_of(first, "lamps") == "of the person");
    CHECK(first.ids() == std::vector<std::string>{"lamps"});
    CHECK(first.heads().size() == 1);
}

TEST_CASE("an adopted text is known by its id and goes after files and what is built in") {
    int looked = 0;
    CriteriaFolder folder({}, embedded, [&looked] {
        ++looked;
        return std::vector{adopted_text("harbour", "adopted last"),
                           adopted_text("harbour", "adopted first"),
                           adopted_text("lamps", "adopted under a name that is taken")};
    });
    CHECK(title_of(folder, "lamps") == "built in");
    CHECK(looked == 0);
    CHECK(title_of(folder, "harbour") == "adopted last");
    CHECK(folder.ids() == std::vector<std::string>{"harbour", "lamps"});
    CHECK(folder.heads().size() == 2);
    CHECK(looked == 1);
}

TEST_CASE("a name with a slash or the ending of a criteria file is a file") {
    const Folder own;
    own.write("mine.toml", rules("mine", "a file"));
    CriteriaFolder folder({}, embedded);
    CHECK(title_of(folder, own.path / "mine.toml") == "a file");
    CHECK(refusal(folder, "absent.toml").kind() == FailureKind::refused);
}

TEST_CASE("an unknown id is a fault of the command line with what was probably meant") {
    CriteriaFolder folder({}, embedded);
    const Failure failure = refusal(folder, "lamsp");
    CHECK(failure.kind() == FailureKind::usage);
    CHECK(failure.help() == "did you mean `lamps`?");
}

TEST_CASE("a file that does not compile is refused with every fault and where it stands") {
    const Folder own;
    std::string text = rules("mine", "wrong");
    text.replace(text.find("when = \"lit\""), 12, "when = \"lut\"");
    text.replace(text.find("otherwise = \"b\""), 15, "otherwise = \"z\"");
    own.write("mine.toml", text);
    CriteriaFolder folder({}, embedded);
    const Failure failure = refusal(folder, own.path / "mine.toml");
    const std::string blocks = failure.what();
    CHECK(failure.kind() == FailureKind::refused);
    CHECK(blocks.starts_with("error: "));
    CHECK(blocks.find("lut") != std::string::npos);
    CHECK(blocks.find("`z`") != std::string::npos);
    CHECK(blocks.find("mine.toml:") != std::string::npos);
}

TEST_CASE("a broken file in a folder is known by its name and disturbs no other") {
    const Folder own;
    own.write("broken.toml", "[criteria\n");
    CriteriaFolder folder({own.path}, embedded);
    CHECK(title_of(folder, "lamps") == "built in");
    CHECK_THROWS_AS(folder.heads(), Failure);
    CHECK(refusal(folder, "broken").kind() == FailureKind::refused);
}

TEST_CASE("a text that the store kept is compiled once and has its digest") {
    CriteriaFolder folder({}, embedded);
    const auto loaded = folder.by_name("lamps");
    CHECK(folder.from_text(casework::to_stored_text(*loaded)) == loaded);
    CHECK(folder.rules_of("lamps") == loaded);
    CHECK(loaded->digest.size() == 64);
}

TEST_CASE("a file that is built in is named after the id that it states") {
    CriteriaFolder folder({}, embedded_criteria::files());
    for (const auto& id : folder.ids()) CHECK(folder.by_name(id)->criteria.id == id);
    CHECK_FALSE(folder.ids().empty());
}

TEST_CASE("only the very text that is built in is shipped") {
    const Folder own;
    own.write("mine.toml", rules("lamps", "built in") + "# ours\n");
    own.write("same.toml", rules("lamps", "built in"));
    CriteriaFolder folder({}, embedded);
    CHECK(folder.is_shipped(*folder.by_name("lamps")));
    CHECK(folder.is_shipped(*folder.by_name(own.path / "same.toml")));
    CHECK_FALSE(folder.is_shipped(*folder.by_name(own.path / "mine.toml")));
}
