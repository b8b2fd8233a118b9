// The records that findings show, against all records, on random small files.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "criteria/enumerated_file.hpp"
#include "criteria/random_criteria.hpp"
#include "rounds.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::EnumeratedFile;
using oracle::found;
using oracle::Oracle;
using oracle::those;

namespace {

using ShowsIt = std::function<bool(const Answers&, const Screening&)>;

/// Whether some record with so many answers at most shows it.
bool shown_with(const Screener& screener, const ShowsIt& shows, Answers& answers, std::size_t from,
                std::size_t most) {
    if (shows(answers, screener.screen(answers))) return true;
    if (most == 0) return false;
    for (std::size_t fact = from; fact < answers.size(); ++fact) {
        const Fact& known = screener.criteria().facts[fact];
        const std::size_t count = known.type == FactType::integer ? 5 : known.choices.size();
        for (std::size_t value = 0; value < count; ++value) {
            answers[fact] = Answer::given(static_cast<std::int64_t>(value));
            if (shown_with(screener, shows, answers, fact + 1, most - 1)) return true;
        }
        answers[fact] = Answer::blank();
    }
    return false;
}

std::size_t given(const Answers& answers) {
    return static_cast<std::size_t>(
        std::count_if(answers.begin(), answers.end(),
                      [](const Answer& answer) { return answer.state == Answer::State::given; }));
}

/// What the record of a finding is to show, where it is one that as few answers as any show.
ShowsIt shows_of(const FileFinding& finding, const Screener& screener) {
    const Criteria& criteria = screener.criteria();
    const auto criterion =
        found({finding}, criteria.criteria,
              {FindingKind::criterion_implies, FindingKind::criterion_never_decides});
    if (!criterion.empty())
        return [at = *criterion.begin()](const Answers&, const Screening& screening) {
            return std::ranges::count(screening.criteria, at) > 0;
        };
    const auto condition = found({finding}, criteria.conditions, {FindingKind::idle_condition});
    if (!condition.empty())
        return [at = *condition.begin(), &screener](const Answers&, const Screening& screening) {
            return !screening.contradictory() && screener.conditions(screening)[at] == Truth::holds;
        };
    const auto fact =
        found({finding}, criteria.facts, {FindingKind::unused_fact, FindingKind::idle_fact});
    if (!fact.empty())
        return [at = *fact.begin()](const Answers& answers, const Screening& screening) {
            return answers[at].state == Answer::State::given && !screening.contradictory();
        };
    return {};
}

/// Any other answer to the fact comes to the same.
void check_all_answers(const EnumeratedFile& file, const FileFinding& finding) {
    const Oracle oracle(file.criteria, {0, 1, 2, 3, 4});
    for (const std::size_t fact : found({finding}, file.criteria.facts,
                                        {FindingKind::unused_fact, FindingKind::idle_fact})) {
        const auto here = oracle.screen(finding.record->answers, Blanks::take_default);
        for (const std::int64_t answer : file.answers_to(fact)) {
            Answers other = finding.record->answers;
            other[fact] = Answer::given(answer);
            const auto there = oracle.screen(other, Blanks::take_default);
            CHECK(there.possible == here.possible);
            CHECK(there.criteria == here.criteria);
        }
    }
}

/// Whether a finding is made at a place, or made there too.
bool stands_at(const FileFinding& finding, std::size_t place) {
    return finding.diagnostic.span.begin == place ||
           std::any_of(
               finding.related.begin(), finding.related.end(), [place](const RelatedPlace& other) {
                   return other.role == RelatedPlace::Role::repetition && other.span.begin == place;
               });
}

/// Of a comparison that `impossible` settles: its causes alone refuse the record, and as few of
/// them as can be are named.
void check_refused(const Criteria& criteria, const Screener& screener, const FileFinding& finding) {
    CHECK(screener.screen(finding.record->answers).contradictory());
    Criteria causes = criteria;
    std::erase_if(causes.impossible, [&](const Impossible& entry) {
        return std::none_of(finding.related.begin(), finding.related.end(),
                            [&](const RelatedPlace& place) {
                                return place.role == RelatedPlace::Role::cause &&
                                       place.span.begin == entry.span.begin;
                            });
    });
    CHECK_FALSE(causes.impossible.empty());
    CHECK(Screener(causes).screen(finding.record->answers).contradictory());
    const auto settles = [&](const Criteria& file) {
        const auto findings = check_file(file, Screener(file));
        return std::any_of(findings.begin(), findings.end(), [&](const FileFinding& other) {
            return other.kind == finding.kind && !other.related.empty() &&
                   stands_at(other, finding.diagnostic.span.begin);
        });
    };
    CHECK(settles(causes));
    for (std::size_t i = 0; causes.impossible.size() > 1 && i < causes.impossible.size(); ++i) {
        Criteria fewer = causes;
        fewer.impossible.erase(fewer.impossible.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_FALSE(settles(fewer));
    }
}

/// What no record shows, another may come near to; citations no record bears on.
bool may_lack_a_record(FindingKind kind) {
    return kind == FindingKind::uncited_criterion || kind == FindingKind::uncited_provision;
}

}  // namespace

TEST_CASE("no record with fewer answers shows what the shown one shows") {
    constexpr int files = scr::test::rounds(1'500);
    std::mt19937 random(1986);
    std::map<std::string_view, int> shown;
    int answered = 0;
    for (int i = 0; i < files; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const EnumeratedFile file(criteria);
        for (const FileFinding& finding : check_file(criteria, screener)) {
            INFO(finding.diagnostic.message);
            REQUIRE(finding.record.has_value() != may_lack_a_record(finding.kind));
            if (!finding.record || file.consistent.empty()) continue;
            check_all_answers(file, finding);
            const ShowsIt shows = shows_of(finding, screener);
            if (!shows) continue;
            const std::size_t count = given(finding.record->answers);
            CHECK(shows(finding.record->answers, screener.screen(finding.record->answers)));
            Answers blank(criteria.facts.size());
            if (count > 0) CHECK_FALSE(shown_with(screener, shows, blank, 0, count - 1));
            ++shown[to_text(finding.kind)];
            answered += count > 1;
        }
    }
    for (const auto kind : {"criterion_implies", "criterion_never_decides", "idle_condition",
                            "unused_fact", "idle_fact"}) {
        CAPTURE(std::string(kind));
        CHECK(shown[kind] > scr::test::rounds(10));
    }
    CHECK(answered > scr::test::rounds(50));
}

TEST_CASE("the record of a comparison answers its fact and has it come out as it always does") {
    std::mt19937 random(1847);
    int seen = 0;
    int refused = 0;
    for (int i = 0; i < scr::test::rounds(600); ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        const Criteria& criteria = *loaded.result.criteria;
        const Screener screener(criteria);
        const EnumeratedFile file(criteria);
        if (file.consistent.empty()) continue;
        for (const FileFinding& finding : check_file(criteria, screener)) {
            if (finding.kind != FindingKind::constant_comparison) continue;
            REQUIRE(finding.record);
            const auto& message = finding.diagnostic.message;
            const auto fact = criteria.fact_of(message.substr(1, message.find(' ') - 1));
            REQUIRE(fact);
            const Answers& record = finding.record->answers;
            if (!finding.related.empty()) {
                check_refused(criteria, screener, finding);
                ++refused;
                continue;
            }
            CHECK_FALSE(screener.screen(record).contradictory());
            CHECK(record[*fact].state == Answer::State::given);
            const ShowsIt shows = [&](const Answers& answers, const Screening& screening) {
                return answers[*fact].state == Answer::State::given && !screening.contradictory();
            };
            Answers blank(criteria.facts.size());
            const std::size_t count = given(record);
            if (count > 0) CHECK_FALSE(shown_with(screener, shows, blank, 0, count - 1));
            ++seen;
        }
    }
    CHECK(seen > scr::test::rounds(100));
    CHECK(refused > scr::test::rounds(20));
}
