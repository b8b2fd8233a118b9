#include "cli/draft.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "cli/damaged_drafts.hpp"

using namespace scr::cli;

namespace {

using Entries = std::vector<scr::casework::InterviewEntry>;

/// A folder that is gone at the end of the test.
struct DraftFolder {
    std::filesystem::path path;

    DraftFolder() {
        std::string name = std::filesystem::temp_directory_path() / "scr-draft-XXXXXX";
        path = mkdtemp(name.data());
    }
    ~DraftFolder() { std::filesystem::remove_all(path); }
    DraftFolder(const DraftFolder&) = delete;
    DraftFolder& operator=(const DraftFolder&) = delete;
};

}  // namespace

TEST_CASE("a draft has what was told until its end") {
    DraftFolder folder;
    {
        Draft draft(folder.path / "drafts", {{"--agency", "Two\nlines\\"}});
        CHECK_FALSE(draft.is_kept());
        draft.add({"incident_on", "2018-05-01"});
        draft.add({"born_alive", "a"});
        CHECK(Draft::waiting(folder.path / "drafts").empty());
    }
    const auto waiting = Draft::waiting(folder.path / "drafts");
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0]->content().options.at("--agency") == "Two\nlines\\");
    CHECK(waiting[0]->content().entries ==
          Entries{{"incident_on", "2018-05-01"}, {"born_alive", "a"}});
    waiting[0]->remove();
    CHECK(Draft::waiting(folder.path / "drafts").empty());
}

TEST_CASE("a draft is private and its name says nothing") {
    DraftFolder folder;
    Draft draft(folder.path, {});
    draft.add({"child", "b"});
    struct stat status {};
    REQUIRE(stat((folder.path / "notify-1.draft").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("a line that was cut short is no answer and nothing joins it") {
    DraftFolder folder;
    std::ofstream(folder.path / "notify-1.draft") << "scr notify draft 1\nage=1\nborn_alive=y";
    {
        const auto waiting = Draft::waiting(folder.path);
        REQUIRE(waiting.size() == 1);
        CHECK(waiting[0]->content().entries == Entries{{"age", "1"}});
        waiting[0]->add({"died", "no"});
    }
    CHECK(Draft::waiting(folder.path).at(0)->content().entries ==
          Entries{{"age", "1"}, {"died", "no"}});
}

TEST_CASE("what does not fit any more is cut off") {
    DraftFolder folder;
    {
        Draft draft(folder.path, {{"--ref", "A-1"}});
        for (const char* name : {"a", "b", "c"}) draft.add({name, "yes"});
        draft.cut(1);
        draft.add({"d", "no"});
    }
    const auto waiting = Draft::waiting(folder.path);
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0]->content().options.at("--ref") == "A-1");
    CHECK(waiting[0]->content().entries == Entries{{"a", "yes"}, {"d", "no"}});
}

TEST_CASE("other files are left alone") {
    DraftFolder folder;
    std::ofstream(folder.path / "letter.draft") << "Dear board,\nage=1\n";
    std::ofstream(folder.path / "notify-1.txt") << "scr notify draft 1\nage=1\n";
    CHECK(Draft::waiting(folder.path).empty());
    CHECK(Draft::waiting(folder.path / "nowhere").empty());
}

TEST_CASE("a damaged draft is put aside as it is and told of once") {
    DraftFolder folder;
    const auto file = folder.path / "notify-1.draft";
    const auto content_of = [](const std::filesystem::path& path) {
        std::ifstream stream(path);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    std::string content;
    SUBCASE("its head is lost") {
        content = "scr notify dr";
    }
    SUBCASE("other bytes lie over it") {
        content = std::string(64, '\0') + "\nage=1\ndie";
    }
    SUBCASE("a line is no answer") {
        content = "scr notify draft 1\nage=1\n?!\ndied=no\n";
    }
    std::ofstream(file) << content;
    CHECK(Draft::waiting(folder.path).empty());
    CHECK(content_of(file) == content);

    const auto damaged = set_damaged_aside(folder.path, "notify");
    REQUIRE(damaged.size() == 1);
    CHECK(damaged[0].kept == folder.path / "notify-1.draft.damaged");
    CHECK(content_of(damaged[0].kept) == content);
    CHECK(in_words(damaged[0]) ==
          "the draft `" + file.string() +
              "` cannot be read, and its questions start afresh; it is kept as "
              "`notify-1.draft.damaged`");
    CHECK(set_damaged_aside(folder.path, "notify").empty());

    std::ofstream(file) << content;
    CHECK(set_damaged_aside(folder.path, "notify")[0].kept ==
          folder.path / "notify-1.draft.damaged-2");
}

TEST_CASE("only a damaged draft of the command is put aside") {
    DraftFolder folder;
    Draft written(folder.path, {});
    written.add({"age", "1"});
    { Draft(folder.path, {}).add({"age", "2"}); }
    std::ofstream(folder.path / "notify-3.draft") << "scr notify draft 2\nof a later program\n";
    std::ofstream(folder.path / "notify-4.draft") << "";
    std::ofstream(folder.path / "ask-1.draft") << "scr as";
    std::ofstream(folder.path / "notify-letter.draft") << "Dear board";
    CHECK(set_damaged_aside(folder.path, "notify").empty());
    CHECK(set_damaged_aside(folder.path / "nowhere", "notify").empty());
    CHECK(set_damaged_aside(folder.path, "ask").size() == 1);
}

TEST_CASE("a draft that cannot be opened stays where it is") {
    DraftFolder folder;
    const auto file = folder.path / "notify-1.draft";
    std::filesystem::create_symlink("elsewhere", file);
    const auto damaged = set_damaged_aside(folder.path, "notify");
    REQUIRE(damaged.size() == 1);
    CHECK(damaged[0].kept == file);
    CHECK_FALSE(damaged[0].why.empty());
    CHECK(std::filesystem::is_symlink(file));
}

TEST_CASE("one command does not take up another's draft") {
    DraftFolder folder;
    { Draft(folder.path, {{"--digest", "d"}}, "ask").add({"age", "1"}); }
    { Draft(folder.path, {}).add({"age", "2"}); }
    const auto asked = Draft::waiting(folder.path, "ask");
    REQUIRE(asked.size() == 1);
    CHECK(asked[0]->content().options.at("--digest") == "d");
    CHECK(asked[0]->content().entries == Entries{{"age", "1"}});
    const auto notified = Draft::waiting(folder.path);
    REQUIRE(notified.size() == 1);
    CHECK(notified[0]->content().entries == Entries{{"age", "2"}});
}
