#include "cli/held_output.hpp"

#include <doctest/doctest.h>

using namespace scr::cli;

namespace {

struct Stream {
    std::string text;
    Output output{[this](std::string_view bytes) { text += bytes; }, {}};
    HeldOutput held{output};

    const std::string& now() {
        output.flush();
        return text;
    }
};

}  // namespace

TEST_CASE("what is held is printed once it is released, and once") {
    Stream stream;
    stream.held.out().line("one");
    CHECK(stream.now().empty());
    stream.held.release();
    CHECK(stream.now() == "one\n");
    stream.held.out().line("two");
    CHECK(stream.now() == "one\n");
    stream.held.release();
    stream.held.release();
    CHECK(stream.now() == "one\ntwo\n");
}

TEST_CASE("much is held as well, and its size is known") {
    Stream stream;
    const std::string row(999, 'r');
    constexpr std::size_t rows = 1'000;
    for (std::size_t i = 0; i < rows; ++i) stream.held.out().line(row);
    CHECK(stream.now().empty());
    CHECK(stream.held.size() > rows * row.size() / 2);
    stream.held.release();
    CHECK(stream.now().size() == rows * (row.size() + 1));
    CHECK(stream.held.size() == 0);
}

TEST_CASE("what is dropped is lost, and what comes after it is not") {
    Stream stream;
    stream.held.out().line("undone");
    stream.held.drop();
    stream.held.out().line("done");
    stream.held.release();
    CHECK(stream.now() == "done\n");
}

TEST_CASE("what is not released is lost") {
    std::string text;
    Output output([&](std::string_view bytes) { text += bytes; }, {});
    HeldOutput(output).out().line("never done");
    output.flush();
    CHECK(text.empty());
}

TEST_CASE("what is held looks as on the stream itself") {
    std::string text;
    Output output([&](std::string_view bytes) { text += bytes; },
                  {.terminal = true, .colour = true, .accessible = false, .width = 40});
    HeldOutput held(output);
    CHECK(held.out().appearance().width == 40);
    held.out().line("bold", Style::bold);
    held.release();
    output.flush();
    CHECK(text == "\x1b[1mbold\x1b[0m\n");
}
