#include "criteria/node_table.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <unordered_map>

namespace scr::criteria {

TEST_CASE("a node table finds what was added and nothing else") {
    CHECK(rc::check([] {
        // Few keys, so that many are asked for that are not there and the table grows with them.
        const auto key = rc::gen::inRange<std::uint64_t>(0, 500);
        const auto keys = *rc::gen::container<std::vector<std::uint64_t>>(key);
        NodeTable table;
        std::unordered_map<std::uint64_t, NodeId> expected;
        for (const std::uint64_t one : keys) {
            const auto node = static_cast<NodeId>(expected.size());
            if (expected.emplace(one, node).second) table.add(one, node);
        }
        for (std::uint64_t one = 0; one < 500; ++one) {
            const NodeId* const found = table.find(one);
            RC_ASSERT((found != nullptr) == expected.contains(one));
            if (found != nullptr) RC_ASSERT(*found == expected.at(one));
        }
    }));
}

TEST_CASE("nodes that share a key are told apart") {
    NodeTable table;
    for (NodeId node = 0; node < 100; ++node) table.add(7, node);
    const auto* const found = table.find(7, [](NodeId node) { return node == 42; });
    REQUIRE(found != nullptr);
    CHECK(*found == 42);
    CHECK(table.find(7, [](NodeId node) { return node == 100; }) == nullptr);
    CHECK(table.find(8) == nullptr);
}

TEST_CASE("a cleared node table is empty") {
    NodeTable table;
    table.add(1, 2);
    table.clear();
    CHECK(table.find(1) == nullptr);
}

}  // namespace scr::criteria
