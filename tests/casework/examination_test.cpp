#include "scr/casework/examination.hpp"

#include <doctest/doctest.h>

#include "casework/harbour.hpp"
#include "scr/casework/facts_json.hpp"

using namespace scr;
using namespace scr::casework;
using harbour::incoming;

namespace {

using Keeps = RecordExaminer::Keeps;
using Shared = std::shared_ptr<const Examination>;

RecordExaminer examiner(Keeps keeps = {.facts = true, .screening = true}) {
    return {harbour::criteria(), criteria::Blanks::take_default, keeps, "0.1.0"};
}

Shared examined(RecordExaminer& examiner, IncomingRecord record) {
    return std::get<Shared>(examiner.examine(record));
}

std::string facts_of(const IncomingRecord& record) {
    return facts_to_json(harbour::rules(), {record.answers, record.attributions, {}, {}});
}

std::string digest_of(const IncomingRecord& record) {
    return facts_digest(facts_of(record), record.dates);
}

/// One for each combination of some answers, but those that contradict themselves.
std::vector<IncomingRecord> all_records() {
    std::vector<std::string> said{""};
    for (const std::vector<std::string>& answers :
         {std::vector<std::string>{"", " drowned=yes", " drowned=no", " drowned=unknown"},
          {"", " hurt=yes", " hurt=no", " hurt=unknown"},
          {"", " years_old=9", " years_old=10", " years_old=40", " years_old=unknown"},
          {"", " years_old_then=9", " years_old_then=40"},
          {"", " berth=inner", " berth=unknown"},
          {"", " lookout=kept", " lookout=doubtful"}}) {
        std::vector<std::string> longer;
        for (const auto& before : said)
            for (const auto& answer : answers) longer.push_back(before + answer);
        said = std::move(longer);
    }
    std::vector<IncomingRecord> records;
    for (const auto& answers : said) {
        auto record = incoming(answers);
        const auto screening = harbour::screener().screen(record.answers);
        if (!screening.contradictory()) records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

TEST_CASE("records with the same answers share one examination that says what each says alone") {
    auto examiner = ::examiner();
    for (int round = 0; round < 2; ++round) {
        for (auto record : all_records()) {
            CAPTURE(facts_of(record));
            const auto found = examined(examiner, record);
            CHECK(found == examined(examiner, record));
            const auto alone = std::get<criteria::Screening>(examine(harbour::screener(), record));
            CHECK(found->screening.criteria == alone.criteria);
            CHECK(found->screening.missing == alone.missing);
            CHECK(found->facts->json == facts_of(record));
            CHECK(content_of(*found, record.dates).digest == digest_of(record));
            const auto stored = to_record(*harbour::criteria(), harbour::screener(), alone,
                                          criteria::Blanks::take_default);
            CHECK(found->to_store->results == stored.results);
            CHECK(found->to_store->criteria == stored.criteria);
            CHECK(found->to_store->missing == stored.missing);
            CHECK(found->to_store->assumed == stored.assumed);
            CHECK(found->to_store->decisive == stored.decisive);
            CHECK(found->to_store->program_version == "0.1.0");
        }
    }
}

TEST_CASE("dates are no answers and belong to the record") {
    auto examiner = ::examiner();
    auto record = incoming("drowned=yes hurt=yes");
    const auto found = examined(examiner, record);
    record.dates.harmed_on = harbour::day("2026-02-03");
    CHECK(examined(examiner, record) == found);
    CHECK(content_of(*found, record.dates).digest == digest_of(record));
    CHECK(content_of(*found, {}).digest == facts_digest(facts_of(record), {}));
}

TEST_CASE("who gave an answer is kept with it") {
    auto examiner = ::examiner();
    auto record = incoming("drowned=yes hurt=yes");
    const auto plain = examined(examiner, record);
    record.attributions[harbour::rules().fact_of("drowned").value()].source = "pilot";
    const auto attributed = examined(examiner, record);
    CHECK(attributed->facts->json == facts_of(record));
    CHECK(attributed->facts->json != plain->facts->json);
}

TEST_CASE("nothing is worked out that is not kept") {
    auto screens = examiner({});
    CHECK(examined(screens, incoming("drowned=yes"))->facts == nullptr);
    auto notifies = examiner({.facts = true});
    CHECK(examined(notifies, incoming("drowned=yes"))->to_store == nullptr);
}

TEST_CASE("a case is screened by an examiner as by a screener") {
    harbour::Desk desk;
    auto examiner = ::examiner({.screening = true});
    for (const std::string said : {"drowned=yes hurt=yes years_old=9", "drowned=no", "hurt=yes"}) {
        const auto child = desk.recorded(incoming(said, said));
        for (int round = 0; round < 2; ++round) {
            const auto found = std::get<CaseScreening>(screen_case(child, examiner));
            const auto alone = std::get<CaseScreening>(screen_case(
                child, harbour::criteria(), harbour::screener(), criteria::Blanks::take_default));
            CHECK(found.record.results == alone.record.results);
            CHECK(found.record.decisive == alone.record.decisive);
            CHECK(found.record.facts_digest == alone.record.facts_digest);
            CHECK(found.facts.answers == alone.facts.answers);
            CHECK(found.screening.missing == alone.screening.missing);
        }
    }
}
