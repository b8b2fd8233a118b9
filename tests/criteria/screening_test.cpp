#include "scr/criteria/screening.hpp"

#include <doctest/doctest.h>

#include <random>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "rounds.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::Oracle;

namespace {

std::vector<std::vector<std::size_t>> possible_of(const Screening& screening) {
    std::vector<std::vector<std::size_t>> possible;
    for (const Finding& finding : screening.findings) {
        possible.emplace_back(finding.possible.begin(), finding.possible.end());
    }
    return possible;
}

void compare(const Screening& found, const Oracle::Result& wanted) {
    REQUIRE(found.contradictory() == wanted.contradictory);
    if (wanted.contradictory) return;
    CHECK(possible_of(found) == wanted.possible);
    CHECK(found.criteria == wanted.criteria);
    CHECK(found.missing == wanted.missing);
    CHECK(found.assumed == wanted.assumed);
}

}  // namespace

TEST_CASE("the diagrams agree with enumeration on random criteria files and random partial facts") {
    constexpr int files = scr::test::rounds(10'000);
    std::mt19937 random(2015);
    int compiled = 0;
    int contradictory = 0;
    int undetermined = 0;
    int silent = 0;
    for (int i = 0; i < files; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        REQUIRE(loaded.result.criteria);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const Oracle oracle(criteria, {0, 1, 2, 3, 4});
        for (int record = 0; record < 4; ++record) {
            const Answers answers = oracle::random_answers(criteria, random);
            const Blanks blanks = record == 3 ? Blanks::as_unknown : Blanks::take_default;
            const Screening found = screener.screen(answers, blanks);
            compare(found, oracle.screen(answers, blanks));
            contradictory += found.contradictory();
            undetermined += !found.missing.empty();
            silent += !found.assumed.empty();
        }
        ++compiled;
    }
    // The generator must keep making every kind of record, or agreement means little.
    CHECK(compiled == files);
    CHECK(contradictory > scr::test::rounds(500));
    CHECK(undetermined > scr::test::rounds(5'000));
    CHECK(silent > scr::test::rounds(2'000));
}
