#include "store/transaction/row_digester.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace scr::store;

namespace {

constexpr Column columns[] = {{"name"}, {"number"}};
constexpr Table first{"first", columns};
constexpr Table second{"second", columns};
constexpr std::int64_t event = 7;

std::string name_of(std::int64_t id) {
    return "row " + std::to_string(id);
}

/// The rows `from` to `to` of a table, with both.
RowGroup group_of(const Table& table, std::int64_t from, std::int64_t to) {
    RowGroup group(table, event, from);
    for (std::int64_t id = from; id <= to; ++id) group.add({name_of(id), id * id});
    return group;
}

/// The digest of rows 1 to `count`, folded one after the other.
std::string plain_digest(const Table& table, std::int64_t count) {
    RangeDigest digest(table);
    for (std::int64_t id = 1; id <= count; ++id) {
        const auto name = name_of(id);
        const std::array<ValueView, 2> values{name, id * id};
        digest.add(id, event, values);
    }
    return digest.finish();
}

}  // namespace

TEST_CASE("the digests of few rows and of many are those of the rows in their order") {
    for (const std::int64_t count : {1, 499, 500, 501, 20'000}) {
        RowDigester digester;
        for (std::int64_t id = 1; id <= count; id += 300) {
            const auto last = std::min(id + 299, count);
            digester.add(group_of(first, id, last));
            digester.add(group_of(second, id, last));
        }
        CHECK(digester.finish(first) == plain_digest(first, count));
        CHECK(digester.finish(second) == plain_digest(second, count));
    }
}

TEST_CASE("a change that is given up leaves no thread behind") {
    RowDigester digester;
    for (std::int64_t id = 1; id <= 5'000; ++id) digester.add(group_of(first, id, id));
}
