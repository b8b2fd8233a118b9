#include "scr/casework/site_files.hpp"

#include <doctest/doctest.h>

#include "casework/review_steps.hpp"
#include "scr/casework/expire.hpp"

namespace scr::casework {
namespace {

using lighthouse::day;
using lighthouse::Harbour;
using lighthouse::MemorySite;

const publication::SiteSettings settings{"The lighthouse partnership", "", "the keeper"};

bool rebuild(Harbour& harbour, MemorySite& site) {
    return rebuild_site(harbour.store(), harbour.library, lighthouse::read_lines, settings, site);
}

TEST_CASE("the site is what the store says and the same store gives the same bytes") {
    Harbour harbour;
    MemorySite site;
    lighthouse::publish(harbour, "2025-05-31");

    CHECK(rebuild(harbour, site));
    REQUIRE(site.find("p-2025-0001.html"));
    CHECK(site.find("p-2025-0001.html")->bytes.find("The lamp was dark.") != std::string::npos);
    CHECK(site.find("index.html")->bytes.find("Learning from the lamp") != std::string::npos);
    CHECK(site.find("index.html")->bytes.find("A child drowned (Great inquiry)") !=
          std::string::npos);
    CHECK(site.find("accessibility.html"));
    CHECK(site.find("style.css"));
    CHECK(site.built_from() == harbour.store().head()->hash);

    CHECK_FALSE(rebuild(harbour, site));
    CHECK(site.swaps == 1);
}

TEST_CASE("after its time a report is offered on request") {
    Harbour harbour;
    MemorySite site;
    lighthouse::publish(harbour, "2025-05-31");
    expire(harbour.store(), day("2025-12-01"), day("2025-12-01"), harbour.act("expire"));

    CHECK(rebuild(harbour, site));
    CHECK_FALSE(site.find("p-2025-0001.html"));
    CHECK(site.find("index.html")->bytes.find("Available on request") != std::string::npos);
}

TEST_CASE("what was withdrawn is gone from every page") {
    Harbour harbour;
    MemorySite site;
    const auto reference = lighthouse::publish(harbour, "2025-05-31");
    rebuild(harbour, site);
    withdraw(harbour.store(), reference, "court order", day("2025-06-02"), harbour.act());

    CHECK(rebuild(harbour, site));
    for (const auto& file : site.files) {
        CHECK(file.bytes.find("Child J") == std::string::npos);
        CHECK(file.bytes.find("lamp was dark.") == std::string::npos);
    }
}

TEST_CASE("a site that was never needed is not made") {
    Harbour harbour;
    MemorySite site;
    CHECK_FALSE(rebuild(harbour, site));
    harbour.notify();
    CHECK_FALSE(rebuild(harbour, site));
    CHECK(site.files.empty());
}

TEST_CASE("a store that lacks the event of the site does not replace it") {
    Harbour harbour;
    MemorySite site;
    CHECK_FALSE(may_rebuild(harbour.store(), site));
    lighthouse::publish(harbour, "2025-05-31");
    rebuild(harbour, site);
    harbour.notify();
    CHECK_FALSE(may_rebuild(harbour.store(), site));

    Harbour restored;
    lighthouse::publish(restored, "2025-05-31");
    restored.now = "2025-03-10T09:00:01Z";
    restored.notify();
    site.mark = std::string(64, 'a');
    CHECK(may_rebuild(restored.store(), site));
}

}  // namespace
}  // namespace scr::casework
