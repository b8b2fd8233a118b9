#include "store/row_digest.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace scr;
using store::Blob;
using store::ColumnKind;
using store::Value;
using store::ValueView;

namespace {

constexpr store::Column person_columns[] = {{"role"},
                                            {"years"},
                                            {"name", ColumnKind::secret},
                                            {"salt", ColumnKind::salt},
                                            {"digest", ColumnKind::seal},
                                            {"letter"}};
constexpr store::Table people{"person", person_columns};

}  // namespace

// Every store that was ever written is verified by this text: it must stay what it is.
TEST_CASE("a row stands in the log as JSON without its secrets and nulls") {
    store::CanonicalRows rows(people);
    const Blob salt{"0123456789abcdef"};
    const Blob letter{"Dear"};
    const std::array<ValueView, 6> all{
        "pilot \"Jo\"\n", std::int64_t{-7}, "Josephine", salt, "beef", letter};
    CHECK(rows.line(3, 9, all) ==
          R"({"id":3,"event":9,"role":"pilot \"Jo\"\n","years":-7,"digest":"beef","letter":")" +
              digest::sha256("Dear") + "\"}\n");
    const std::array<ValueView, 6> few{"", Value{}, Value{}, Value{}, "beef", Value{}};
    CHECK(rows.line(4, 9, few) == "{\"id\":4,\"event\":9,\"role\":\"\",\"digest\":\"beef\"}\n");
}

TEST_CASE("the digest of rows is that of their lines") {
    store::RangeDigest range(people);
    const std::array<ValueView, 6> row{"", Value{}, Value{}, Value{}, "beef", Value{}};
    range.add(4, 9, row);
    range.add(5, 9, row);
    CHECK(range.finish() ==
          digest::sha256("{\"id\":4,\"event\":9,\"role\":\"\",\"digest\":\"beef\"}\n"
                         "{\"id\":5,\"event\":9,\"role\":\"\",\"digest\":\"beef\"}\n"));
}
