#include "scr/casework/open_questions.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"

namespace scr::casework {
namespace {

using criteria::Blanks;
using harbour::Desk;
using harbour::incoming;

TEST_CASE("questions are ranked by how many cases each would settle") {
    Desk desk;
    OpenQuestions found;
    const auto add = [&](const std::string& answers, const std::string& ref) {
        const auto child = desk.recorded(incoming(answers, ref));
        found.add(std::get<CaseScreening>(screen_case(child, harbour::criteria(),
                                                      harbour::screener(), Blanks::take_default)),
                  harbour::screener(), Blanks::take_default);
    };
    add("drowned=yes hurt=yes", "A1");
    add("drowned=yes hurt=yes", "A2");
    add("drowned=unknown hurt=yes years_old=9", "A3");
    add("drowned=no hurt=no", "A4");
    CHECK(found.settled() == 1);
    CHECK(found.open() == 3);

    const auto ranked = found.ranked();
    REQUIRE(ranked.size() == 2);
    CHECK(harbour::rules().facts[ranked[0].fact].id == "years_old");
    CHECK(ranked[0].settles == 2);
    CHECK(ranked[0].cases == std::vector<std::string>{"N-2026-0001/1", "N-2026-0002/1"});
    CHECK(harbour::rules().facts[ranked[1].fact].id == "drowned");
    CHECK(ranked[1].settles == 1);
    CHECK(ranked[1].may_settle == 1);
    CHECK(ranked[1].cases == std::vector<std::string>{"N-2026-0003/1"});
}

TEST_CASE("without cases there is nothing to ask") {
    CHECK(OpenQuestions().ranked().empty());
}

}  // namespace
}  // namespace scr::casework
