#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "scr/digest/sha256.hpp"
#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;

TEST_CASE("any text is read back equal and leaves the record sound") {
    TemporaryFolder folder;
    const auto store = create(folder.file());
    int count = 0;
    CHECK(rc::check([&](const std::string& agency, const std::string& incident,
                        const std::string& summary, const std::string& child,
                        const std::string& facts, const std::string& value,
                        const std::string& bytes) {
        const auto change = store->begin(act());
        change->keep_criteria(sample_criteria());
        auto notification = sample_notification();
        notification.agency = agency;
        notification.incident = incident.empty() ? "" : incident + std::to_string(++count);
        notification.summary = summary;
        const auto reference = change->add_notification(notification);
        auto added = sample_case(reference, std::to_string(++count));
        added.agency = agency;
        added.child = child;
        added.facts.facts_json = facts;
        const auto case_reference = change->add_case(added);
        change->add_identity(case_reference, {"child", "name", value});
        const auto digest = digest::sha256(bytes);
        change->keep_report({digest, "text", bytes});
        change->commit();

        RC_ASSERT(store->notification(reference)->agency == agency);
        RC_ASSERT(store->notification(reference)->summary == summary);
        RC_ASSERT(store->notification(reference)->incident == notification.incident);
        RC_ASSERT(store->case_of(case_reference)->child == child);
        RC_ASSERT(store->case_of(case_reference)->facts.facts_json == facts);
        RC_ASSERT(store->case_by_key({agency, added.sender_reference, child})->reference ==
                  case_reference);
        RC_ASSERT(store->identities_of(case_reference).at(0).value == value);
        RC_ASSERT(store->report(digest)->bytes == bytes);
    }));
    const auto report = store->verify();
    CHECK(report.findings.empty());
    CHECK(report.rows > 500);
}
