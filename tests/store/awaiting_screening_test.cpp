#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "store/sample.hpp"

using namespace scr;
using namespace scr::store::test;

namespace {

/// What is known of each case without the list: its facts' digests, and which of them was screened.
struct Known {
    std::vector<std::string> digests;
    std::vector<bool> screened;
};

/// Does to a store whatever makes a case await a screening or no longer await one.
class Acts {
 public:
    void any(casework::Change& change, std::mt19937& random) {
        if (cases_.empty() || random() % 3 == 0) return add_case(change);
        auto& [reference, known] =
            *std::next(cases_.begin(), static_cast<std::ptrdiff_t>(random() % cases_.size()));
        if (random() % 3 == 0) return add_facts(change, reference, known);
        // The newest facts more often than others.
        const std::size_t newest = known.digests.size() - 1;
        screen(change, reference, known, random() % 4 == 0 ? random() % (newest + 1) : newest);
    }

    std::vector<std::string> awaiting() const {
        std::vector<std::string> result;
        for (const auto& [reference, known] : cases_) {
            if (!known.screened.back()) result.push_back(reference);
        }
        return result;
    }

 private:
    void add_case(casework::Change& change) {
        change.keep_criteria(sample_criteria());
        const auto child = sample_case(change.add_notification(sample_notification()), "");
        cases_[change.add_case(child)] = {{child.facts.digest}, {false}};
    }
    void add_facts(casework::Change& change, const std::string& reference, Known& known) {
        const auto facts = sample_facts(fmt::format("{{\"age\":{}}}", known.digests.size()));
        change.add_facts(reference, facts);
        known.digests.push_back(facts.digest);
        known.screened.push_back(false);
    }
    void screen(casework::Change& change, const std::string& reference, Known& known,
                std::size_t version) {
        change.add_screening(
            sample_screening(reference, static_cast<int>(version) + 1, known.digests[version]));
        known.screened[version] = true;
    }

    std::map<std::string, Known> cases_;
};

}  // namespace

/// Cases of one change whose rows are handed over in the midst of one; every third is not screened.
TEST_CASE("a record torn apart on its way to the store is listed as it is") {
    const TemporaryFolder folder;
    const auto store = create(folder.file());
    const auto change = store->begin(act());
    change->keep_criteria(sample_criteria());
    const casework::CommonScreening screening(sample_screening("", 1, ""));
    std::vector<std::string> unscreened;
    for (int i = 0; i < 2'000; ++i) {
        auto notification = sample_notification();
        notification.summary.assign(4'999, 's');  // so that bytes hand over, wherever they are full
        const auto child =
            sample_case(change->add_notification(notification), "A" + std::to_string(i));
        const auto reference = change->add_case(child);
        if (i % 3 == 0) {
            unscreened.push_back(reference);
        } else {
            change->add_first_screening(reference, child.facts.digest, screening);
        }
    }
    change->commit();
    CHECK(store->pending() == unscreened);
    CHECK(store->verify().findings.empty());
}

TEST_CASE("the list holds the cases whose newest facts were not screened whatever was done") {
    std::mt19937 random(13);
    for (int round = 0; round < 20; ++round) {
        TemporaryFolder folder;
        const auto store = create(folder.file());
        Acts acts;
        for (int changes = 0; changes < 8; ++changes) {
            const auto change = store->begin(act());
            for (auto count = 1 + random() % 5; count > 0; --count) acts.any(*change, random);
            change->commit();
            auto listed = store->pending();
            std::ranges::sort(listed);
            CHECK(listed == acts.awaiting());
        }
        CHECK(store->verify().findings.empty());
    }
}
