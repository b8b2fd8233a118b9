#include "scr/casework/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "casework/review_steps.hpp"
#include "scr/casework/expire.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;

std::vector<std::string> steps(const std::vector<TimelineEntry>& timeline) {
    std::vector<std::string> result;
    for (const auto& entry : timeline) {
        result.push_back(record::to_text(entry.on) + " " + entry.step);
    }
    return result;
}

TEST_CASE("a timeline tells a whole life in its order") {
    Harbour harbour;
    const auto child = harbour.notify();
    harbour.identify(child, {"child", "name", "Corentin"});
    harbour.screen(child, "small");
    harbour.amend(child, R"({"drowned":"yes","lamp_lit":"no"})");
    harbour.screen(child, "great");
    const auto review = lighthouse::open(harbour, child, "Child J");
    harbour.now = "2025-05-05T10:00:00Z";
    add_lesson(harbour.store(), harbour.library, {"", review, "local", "Trim the lamp", "", ""},
               harbour.act());
    lighthouse::publish(harbour, lighthouse::report(review, "2025-05-31"));
    close_review(harbour.store(), harbour.library, review, day("2025-06-01"), harbour.act());
    expire(harbour.store(), day("2026-01-01"), day("2026-01-01"), harbour.act());

    const auto timeline = timeline_of(harbour.store(), harbour.store().case_of(child).value());
    CHECK(steps(timeline) == std::vector<std::string>{"2025-03-03 received", "2025-03-10 screened",
                                                      "2025-03-10 amended", "2025-03-10 screened",
                                                      "2025-03-12 decided", "2025-03-20 opened",
                                                      "2025-05-05 lesson", "2025-05-31 published",
                                                      "2025-06-01 closed", "2026-01-01 ended"});
    CHECK(timeline[2].note == "the diver came back");
    CHECK(timeline[3].text == "screened under lighthouse: inquiry great, signal signal");
    CHECK(timeline[6].note == "Trim the lamp");
    CHECK(std::ranges::none_of(timeline, [](const TimelineEntry& entry) {
        return (entry.text + entry.note).find("Corentin") != std::string::npos;
    }));
}

}  // namespace
}  // namespace scr::casework
