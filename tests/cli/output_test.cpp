#include "cli/output.hpp"

#include <doctest/doctest.h>

#include "cli/diagnostics.hpp"
#include "cli/table.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::cli;

namespace {

/// What `write` puts out on a stream of that appearance.
template <class Write>
std::string written(Appearance appearance, Write write) {
    std::string result;
    Output output([&](std::string_view bytes) { result += bytes; }, appearance);
    write(output);
    output.flush();
    return result;
}

const Appearance plain{};
const Appearance coloured{true, true, false, 0};

Table sample() {
    Table table({"ref", "title"});
    table.row({"N-2026-0001", "a title of several words"});
    table.row({"N-2", "short"});
    return table;
}

}  // namespace

TEST_CASE("a reader that leaves ends the work unless it has to go on") {
    Output output([](std::string_view) { throw ReaderGone{}; }, plain);
    output.line("one");
    CHECK_THROWS_AS(output.flush(), ReaderGone);
    output.outlive_reader();
    output.line("two").flush();
    CHECK(output.lost());
    output.line("three").finish();
}

TEST_CASE("at the end of the work a reader that left is no fault") {
    Output output([](std::string_view) { throw ReaderGone{}; }, plain);
    output.line("one").finish();
    CHECK(output.lost());
}

TEST_CASE("what cannot be written is said when the work is done") {
    int tries = 0;
    Output output(
        [&](std::string_view) {
            ++tries;
            throw Failure(FailureKind::store, "the disk is full");
        },
        plain);
    output.line("one");
    CHECK_THROWS_AS(output.flush(), Failure);
    output.outlive_reader();
    output.line("two").flush();
    output.line("three").flush();
    CHECK(tries == 2);
    CHECK(output.lost());
    CHECK_THROWS_WITH_AS(output.finish(), "the disk is full", Failure);
}

TEST_CASE("text for people has its control characters made visible") {
    const auto write = [](Output& out) {
        out.line(
               "a\x1b[2Jb\xc2\x9b"
               "c\u202e")
            .line("two\nlines");
    };
    CHECK(written(plain, write) == "a\\x1b[2Jb\\u009bc\\u202e\ntwo\nlines\n");
}

TEST_CASE("only our own colours reach a terminal and none elsewhere") {
    const auto write = [](Output& out) { out.put("\x1b[31m", Style::red).end(); };
    CHECK(written(coloured, write) == "\x1b[1;31m\\x1b[31m\x1b[0m\n");
    CHECK(written(plain, write) == "\\x1b[31m\n");
}

TEST_CASE("CSV comes back unchanged from a file and is harmless on a terminal") {
    const std::vector<std::string> cells{"a,b", "say \"so\"", "\x1b", ""};
    const auto write = [&](Output& out) { out.csv_row(cells); };
    CHECK(written(plain, write) == "\"a,b\",\"say \"\"so\"\"\",\x1b,\n");
    CHECK(written(coloured, write) == "\"a,b\",\"say \"\"so\"\"\",\\x1b,\n");
}

TEST_CASE("JSON escapes what a terminal would obey") {
    CHECK(harmless_json("{\"a\":\"\x7f\u009b\u202e\u00e9\"}") ==
          "{\"a\":\"\\u007f\\u009b\\u202e\u00e9\"}");
}

TEST_CASE("columns are aligned and the end of a line is not padded") {
    CHECK(written(plain, [](Output& out) { sample().print(out); }) ==
          "ref          title\n"
          "N-2026-0001  a title of several words\n"
          "N-2          short\n");
}

TEST_CASE("a table that is too wide for the terminal is wrapped") {
    CHECK(written({true, false, false, 24}, [](Output& out) { sample().print(out); }) ==
          "ref          title\n"
          "N-2026-0001  a title of\n"
          "             several\n"
          "             words\n"
          "N-2          short\n");
}

TEST_CASE("a table narrows the columns that wrap between words and leaves ids whole") {
    Table table({"id", "title", "adopted by", "digest"});
    table.row({"child-death-review", "Child death reviews of England", "shipped", "9dfd59b9954e"});
    table.row({"lcspr-2023", "Local reviews", "shipped", "0011223344ff"});
    const auto at = [&](std::size_t width) {
        return written({true, false, false, width}, [&](Output& out) { table.print(out); });
    };
    CHECK(at(50) ==
          "id                  title    adopted  digest\n"
          "                             by\n"
          "child-death-review  Child    shipped  9dfd59b9954e\n"
          "                    death\n"
          "                    reviews\n"
          "                    of\n"
          "                    England\n"
          "lcspr-2023          Local    shipped  0011223344ff\n"
          "                    reviews\n");
    SUBCASE("where the words do not fit side by side a row is a block") {
        CHECK(at(30) ==
              "id: child-death-review\n"
              "title: Child death reviews\n"
              "  of England\n"
              "adopted by: shipped\n"
              "digest: 9dfd59b9954e\n"
              "\n"
              "id: lcspr-2023\n"
              "title: Local reviews\n"
              "adopted by: shipped\n"
              "digest: 0011223344ff\n");
    }
    SUBCASE("only a word longer than the line is cut") {
        CHECK(at(18).starts_with("id:\nchild-death-review\ntitle: Child\n  death reviews of\n"));
        CHECK(at(17).starts_with("id:\nchild-death-revie\nw\n"));
    }
    SUBCASE("elsewhere than on a terminal nothing is wrapped") {
        CHECK(
            at(0).starts_with("id                  title                           adopted by  "));
    }
}

TEST_CASE("for a screen reader a table is a label and a value on each line") {
    CHECK(written({false, false, true, 0}, [](Output& out) { sample().print(out); }) ==
          "ref: N-2026-0001\ntitle: a title of several words\n\nref: N-2\ntitle: short\n");
}

TEST_CASE("wrapping cuts a word that is longer than the line") {
    CHECK(wrap("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
    CHECK(wrap("", 3) == std::vector<std::string>{""});
}

TEST_CASE("a failure is one block with what and where and the rule and the next command") {
    const Failure failure(FailureKind::refused, "unknown answer", "intake.csv:31",
                          "answers are yes", "did you mean `yes`?");
    CHECK(render(failure) ==
          "error: unknown answer\n  --> intake.csv:31\n   = note: answers are yes\n"
          "help: did you mean `yes`?\n");
    CHECK(exit_status(failure) == 3);
    CHECK(render(Failure(FailureKind::store, "locked")) == "error: locked\n");
}

TEST_CASE("blocks that come from a criteria file are printed as they are") {
    const std::string blocks = "error: one\n  --> a.toml:1:1\n\nerror: two\n";
    CHECK(render(Failure(FailureKind::refused, blocks)) == blocks);
    CHECK(written(plain, [&](Output& out) { print_block(out, blocks); }) == blocks);
}
