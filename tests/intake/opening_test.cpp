#include "intake/opening.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "intake/sample.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::intake;

namespace {

Failure opening_failure(const std::string& text, ReadOptions options = {}) {
    try {
        sample::read_all(text, std::move(options), 3);
    } catch (const Failure& failure) {
        return failure;
    }
    throw std::logic_error("nothing was refused");
}

struct Opened {
    explicit Opened(const std::string& text)
        : pieces(text, 2), stream(&pieces), reader(stream, sample::criteria(), {}) {}

    sample::PieceBuffer pieces;
    std::istream stream;
    RecordReader reader;
};

}  // namespace

TEST_CASE("an input that begins with a brace is NDJSON") {
    CHECK(Opened("{\"died\":1}").reader.is_ndjson());
    CHECK(Opened("\n \t{\"died\":1}").reader.is_ndjson());
    CHECK_FALSE(Opened("died\n").reader.is_ndjson());
}

TEST_CASE("a byte-order mark is dropped and told") {
    CHECK(Opened("\xEF\xBB\xBF"
                 "died\n")
              .reader.had_byte_order_mark());
    CHECK_FALSE(Opened("died\n").reader.had_byte_order_mark());
    CHECK(sample::read_texts("\xEF\xBB\xBF"
                             "died\nyes\n") == std::vector<std::string>{"2 died=yes"});
    CHECK(sample::read_texts("\xEF\xBB\xBF\r\n{\"died\":1}") ==
          std::vector<std::string>{"2 died=yes"});
}

TEST_CASE("blank lines in front are passed over and counted") {
    CHECK(sample::read_texts("\n  \n\ndied\nyes\n") == std::vector<std::string>{"5 died=yes"});
    CHECK(sample::read_texts("\n\n {\"died\":1}\n") == std::vector<std::string>{"3 died=yes"});
}

TEST_CASE("an empty input is refused") {
    for (const std::string text : {"", "\n", " \r\n \n", "\xEF\xBB\xBF"}) {
        const Failure failure = opening_failure(text, {.name = "intake.csv"});
        CHECK(failure.kind() == FailureKind::refused);
        CHECK(std::string(failure.what()) == "`intake.csv` is empty");
    }
}

TEST_CASE("pretty-printed JSON and lists are recognised and named once") {
    CHECK(std::string(opening_failure("{\n  \"died\": 1\n}\n").what()) ==
          "the input is pretty-printed JSON");
    CHECK(opening_failure("\n{ \r\n  \"died\": 1\n}\n", {.name = "a.json"}).where() == "a.json:2");
    CHECK(opening_failure("{\n").help() == "put it through `jq -c .` first");
    CHECK(std::string(opening_failure("[\n{\"died\":1}]").what()) == "the input is a JSON list");
    CHECK(opening_failure("[{\"died\":1}]").help() == "put it through `jq -c '.[]'` first");
}

TEST_CASE("a megabyte of white space is no reason to wait for more") {
    std::string blanks(3 << 20, ' ');
    CHECK_THROWS_AS(sample::read_all(blanks.append("died\n"), {}, 1 << 16), Failure);
}

TEST_CASE("a stream that breaks off is not taken for the end") {
    std::ifstream folder(SCR_SOURCE_DIR);
    CHECK_THROWS_WITH_AS(RecordReader(folder, sample::criteria(), {.name = "folder"}),
                         "`folder` could not be read to its end", Failure);
}

TEST_CASE("what is packed by another program is named with what unpacks it") {
    const auto help = [](const std::string& bytes, ReadOptions options) {
        const Failure failure = opening_failure(bytes, std::move(options));
        return std::string(failure.what()) + " | " + failure.help();
    };
    const std::string xz(
        "\xFD"
        "7zXZ\0\0\4",
        8);
    CHECK(help(xz, {.name = "a.csv.xz"}) ==
          "`a.csv.xz` is packed by xz | xz -dc a.csv.xz | scr screen --from -");
    CHECK(help(xz, {}) == "`standard input` is packed by xz | put it through `xz -dc` first");
    CHECK(help("BZh91AY&SY\xFF", {.name = "a b"}) ==
          "`a b` is packed by bzip2 | bzip2 -dc 'a b' | scr screen --from -");
    CHECK(help("PK\3\4\x14", {.name = "a.xlsx"}) ==
          "`a.xlsx` is a zip archive, as a workbook of a spreadsheet is | save the sheet as CSV");
    CHECK(sample::read_texts("BZh9,died\n1,yes\n", {.ignore_extra = true}) ==
          std::vector<std::string>{"2 died=yes"});
}
