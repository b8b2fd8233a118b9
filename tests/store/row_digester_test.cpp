#include "store/transaction/row_digester.hpp"

#include <doctest/doctest.h>

using namespace scr::store;

namespace {

constexpr Column columns[] = {{"name"}, {"number"}};
constexpr Table first{"first", columns};
constexpr Table second{"second", columns};
constexpr std::int64_t event = 7;

std::vector<Value> row_of(std::int64_t id) {
    return {std::string("row ") + std::to_string(id), id * id};
}

/// The digest of rows 1 to `count`, folded one after the other.
std::string plain_digest(const Table& table, std::int64_t count) {
    RangeDigest digest;
    for (std::int64_t id = 1; id <= count; ++id) {
        digest.add(canonical_row(table, id, event, row_of(id)));
    }
    return digest.finish();
}

}  // namespace

TEST_CASE("the digests of few rows and of many are those of the rows in their order") {
    for (const std::int64_t count : {1, 499, 500, 501, 20'000}) {
        RowDigester digester(event);
        for (std::int64_t id = 1; id <= count; ++id) {
            digester.add(first, id, row_of(id));
            if (id % 3 == 0) digester.add(second, id / 3, row_of(id / 3));
        }
        CHECK(digester.finish(first) == plain_digest(first, count));
        CHECK(digester.finish(second) == plain_digest(second, count / 3));
    }
}

TEST_CASE("a change that is given up leaves no thread behind") {
    RowDigester digester(event);
    for (std::int64_t id = 1; id <= 5'000; ++id) digester.add(first, id, row_of(id));
}
