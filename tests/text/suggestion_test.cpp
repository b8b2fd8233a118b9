#include "scr/text/suggestion.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace scr::text;

namespace {

const std::vector<std::string> facts{"died", "age",     "age_when_harmed", "born_alive",
                                     "dies", "setting", "looked_after"};

}  // namespace

TEST_CASE("an insertion a deletion a replacement and a swap are one edit each") {
    CHECK(edit_distance("died", "died") == 0);
    CHECK(edit_distance("died", "diied") == 1);
    CHECK(edit_distance("died", "did") == 1);
    CHECK(edit_distance("died", "dyed") == 1);
    CHECK(edit_distance("died", "deid") == 1);
    CHECK(edit_distance("ca", "abc") == 3);  // a swapped pair is not edited again
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("letter case and hyphens do not count") {
    CHECK(edit_distance("Age-When-Harmed", "age_when_harmed") == 0);
}

TEST_CASE("the distance is symmetric and lies between the difference and the longer length") {
    CHECK(rc::check([](const std::string& a, const std::string& b) {
        const std::size_t distance = edit_distance(a, b);
        RC_ASSERT(distance == edit_distance(b, a));
        RC_ASSERT(distance <= std::max(a.size(), b.size()));
        RC_ASSERT(distance + std::min(a.size(), b.size()) >= std::max(a.size(), b.size()));
    }));
}

TEST_CASE("suggestions come nearest first and then in the given order") {
    CHECK(suggestions("dyed", facts) == std::vector<std::string>{"died", "dies"});
    CHECK(suggestions("DIED", facts) == std::vector<std::string>{"died", "dies"});
    CHECK(suggestions("age when harm", facts) == std::vector<std::string>{"age_when_harmed"});
    CHECK(suggestions("postcode", facts).empty());
}

TEST_CASE("a word that keeps nothing of what was written is not suggested") {
    CHECK(suggestions("xy", std::vector<std::string>{"ab", "a", "xb"}) ==
          std::vector<std::string>{"xb"});
    CHECK(suggestions("", facts).empty());
}

TEST_CASE("did you mean names up to three") {
    CHECK(did_you_mean("dyed", std::vector<std::string>{"died"}) == "did you mean `died`?");
    CHECK(did_you_mean("dyed", facts) == "did you mean `died` or `dies`?");
    CHECK(did_you_mean("aaaa", std::vector<std::string>{"aaab", "aaac", "aaad", "aaae"}) ==
          "did you mean `aaab`, `aaac` or `aaad`?");
    CHECK(did_you_mean("postcode", facts) == "");
}
