#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "rounds.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/text/strings.hpp"

using namespace scr::criteria;

namespace {

using oracle::Oracle;

/// What all completions of a record make of a claim.
struct Completions {
    bool any_fails = false;
    bool any_holds = false;

    bool refute() const { return any_fails && !any_holds; }
};

/// A claim of a small file at every combination of answers, and at every record that leaves some
/// facts open.
class ClaimByEnumeration {
 public:
    ClaimByEnumeration(const Criteria& criteria, const Claim& claim)
        : criteria_(criteria), claim_(claim), oracle_(criteria, {0, 1, 2, 3, 4}) {}

    bool holds() { return !of(Record(criteria_.facts.size())).any_fails; }

    /// Of the records that refute the claim whatever is open, the number of answers of the
    /// smallest.
    std::optional<std::size_t> fewest_answers() {
        fewest_.reset();
        visit(Record(criteria_.facts.size()), 0);
        return fewest_;
    }

    using Record = std::vector<std::optional<std::int64_t>>;

    Completions of(const Record& record) {
        const auto known = known_.find(record);
        return known != known_.end() ? known->second : known_[record] = complete(record);
    }

 private:
    Completions complete(const Record& record) {
        const auto open =
            std::ranges::find_if(record, [](const auto& one) { return !one.has_value(); });
        Completions result;
        if (open == record.end()) {
            Oracle::Values values;
            for (const auto& answer : record) values.push_back(*answer);
            if (!oracle_.consistent(values)) return result;
            (oracle_.holds(claim_.test, values) ? result.any_holds : result.any_fails) = true;
            return result;
        }
        const auto fact = static_cast<std::size_t>(open - record.begin());
        for (const auto answer : oracle_.answers_to(fact)) {
            Record next = record;
            next[fact] = answer;
            const auto below = of(next);
            result.any_fails = result.any_fails || below.any_fails;
            result.any_holds = result.any_holds || below.any_holds;
        }
        return result;
    }

    void visit(const Record& record, std::size_t fact) {
        if (fact == record.size()) {
            const auto answers = static_cast<std::size_t>(
                std::ranges::count_if(record, [](const auto& one) { return one.has_value(); }));
            if (of(record).refute() && (!fewest_ || answers < *fewest_)) fewest_ = answers;
            return;
        }
        visit(record, fact + 1);
        for (const auto answer : oracle_.answers_to(fact)) {
            Record next = record;
            next[fact] = answer;
            visit(next, fact + 1);
        }
    }

    const Criteria& criteria_;
    const Claim& claim_;
    Oracle oracle_;
    std::map<Record, Completions> known_;
    std::optional<std::size_t> fewest_;
};

/// `f0 = yes, f2 = 3` as a record.
ClaimByEnumeration::Record record_of(const Criteria& criteria, const std::string& words) {
    ClaimByEnumeration::Record record(criteria.facts.size());
    if (words == "any record") return record;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(", ", at), words.size());
        const auto sign = words.find(" = ", at);
        const auto fact = criteria.fact_of(words.substr(at, sign - at)).value();
        const auto answer = words.substr(sign + 3, end - sign - 3);
        for (std::int64_t value = 0; value < 5; ++value) {
            const bool known =
                criteria.facts[fact].type == FactType::integer ||
                value < static_cast<std::int64_t>(criteria.facts[fact].choices.size());
            if (known && criteria.facts[fact].text_of(value) == answer) record[fact] = value;
        }
        REQUIRE(record[fact].has_value());
        at = end + 2;
    }
    return record;
}

}  // namespace

TEST_CASE("claims and their smallest counter-examples agree with enumeration") {
    std::mt19937 random(29);
    std::size_t refuted = 0;
    std::size_t proved = 0;
    for (int file = 0; file < scr::test::rounds(600); ++file) {
        const auto text = oracle::random_claims_text(random);
        INFO(text);
        const auto criteria = scr::criteria_toml::load(text, "random.toml").result.criteria.value();
        const auto failures = check_claims(criteria);
        for (std::size_t i = 0; i < criteria.claims.size(); ++i) {
            ClaimByEnumeration claim(criteria, criteria.claims[i]);
            const auto failure = std::ranges::find(failures, i, &ClaimFailure::claim);
            REQUIRE(claim.holds() == (failure == failures.end()));
            ++(claim.holds() ? proved : refuted);
            if (failure == failures.end()) continue;
            const auto record = record_of(criteria, failure->counter_example);
            CHECK(claim.of(record).refute());
            CHECK(static_cast<std::size_t>(std::ranges::count_if(record, [](const auto& one) {
                      return one.has_value();
                  })) == claim.fewest_answers());
        }
    }
    CHECK(refuted > static_cast<std::size_t>(scr::test::rounds(200)));
    CHECK(proved > static_cast<std::size_t>(scr::test::rounds(100)));
}
