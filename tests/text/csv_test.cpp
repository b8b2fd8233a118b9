#include "scr/text/csv.hpp"

#include <doctest/doctest.h>

#include <string>

using scr::text::csv_cell;
using scr::text::needs_csv_quotes;

TEST_CASE("a cell is quoted for what would end it and for nothing else") {
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("a b") == "a b");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(csv_cell("a\r\nb") == "\"a\r\nb\"");
}

TEST_CASE("what needs quotes is seen wherever it stands") {
    for (int byte = 0; byte < 0x100; ++byte) {
        const char c = static_cast<char>(byte);
        const bool needs = c == ',' || c == '"' || c == '\r' || c == '\n';
        for (const char other : {'x', ' ', '\xEB'}) {
            for (std::size_t size = 1; size < 20; ++size) {
                for (std::size_t at = 0; at < size; ++at) {
                    std::string cell(size, other);
                    cell[at] = c;
                    REQUIRE(needs_csv_quotes(cell) == needs);
                }
            }
        }
    }
}
