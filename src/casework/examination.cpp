#include "scr/casework/examination.hpp"

#include <utility>

#include "scr/casework/examine.hpp"

namespace scr::casework {
namespace {

/// Some forty megabytes.
constexpr std::size_t known_at_least = 20'000;

/// Numbers so that no two lists of them are the same bytes: seven bits a byte, the last of each
/// number without the top bit.
void append_number(std::string& key, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) key += static_cast<char>(0x80 | number);
    key += static_cast<char>(number);
}

void append_numbers(std::string& key, const std::vector<std::size_t>& numbers) {
    append_number(key, numbers.size());
    for (const auto number : numbers) append_number(key, number);
}

/// All that the answers say.
void write_key(const criteria::Answers& answers, std::string& key) {
    key.clear();
    for (const auto& answer : answers) {
        append_number(key, static_cast<std::uint64_t>(answer.state));
        append_number(key, static_cast<std::uint64_t>(answer.value));
    }
}

/// All of a screening that to_record reads.
void write_key(const criteria::Screening& screening, const criteria::ForcingSets& forcing,
               std::string& key) {
    key.clear();
    for (const auto& finding : screening.findings) append_number(key, finding.possible.bits());
    append_numbers(key, screening.criteria);
    append_numbers(key, screening.missing);
    append_numbers(key, screening.assumed);
    for (const auto& facts : forcing) {
        append_numbers(key, facts);
        for (const auto fact : facts) {
            append_number(key, static_cast<std::uint64_t>(screening.reading.answers[fact].value));
        }
    }
}

}  // namespace

FactsContent content_of(const Examination& examination, const record::CaseDates& dates) {
    return {*examination.facts, examination.digest->with(dates)};
}

RecordExaminer::RecordExaminer(CriteriaPointer criteria, criteria::Blanks blanks, Keeps keeps,
                               std::string program_version)
    : criteria_(std::move(criteria)),
      screener_(criteria_->criteria),
      blanks_(blanks),
      keeps_(keeps),
      program_version_(std::move(program_version)),
      known_(known_at_least),
      screenings_(known_at_least) {}

std::variant<std::shared_ptr<const Examination>, RejectedRecord> RecordExaminer::examine(
    IncomingRecord& record) {
    if (auto problem = complete_ages(criteria_->criteria, record)) return std::move(*problem);
    // Who answered on what ground is kept with the facts, so such records have nothing to share.
    if (!record.attributions.empty()) return work_out(record);
    write_key(record.answers, key_);
    if (const Pointer* const known = known_.find(key_)) return *known;
    auto found = work_out(record);
    if (const auto* examination = std::get_if<Pointer>(&found)) known_.add(key_, *examination);
    return found;
}

std::variant<std::shared_ptr<const Examination>, RejectedRecord> RecordExaminer::work_out(
    const IncomingRecord& record) {
    Examination made;
    auto examined = examine_completed(screener_, record, blanks_);
    if (auto* rejected = std::get_if<RejectedRecord>(&examined)) return std::move(*rejected);
    made.screening = std::get<criteria::Screening>(std::move(examined));
    if (keeps_.facts) {
        made.facts = std::make_unique<const CommonFacts>(
            facts_to_json(criteria_->criteria, {record.answers, record.attributions, {}, {}}));
        made.digest.emplace(made.facts->json);
    }
    if (keeps_.screening) made.to_store = to_store(made.screening);
    return std::make_shared<const Examination>(std::move(made));
}

void RecordExaminer::forget() {
    known_.forget();
    screenings_.forget();
}

std::shared_ptr<const CommonScreening> RecordExaminer::to_store(
    const criteria::Screening& screening) {
    const auto& forcing = criteria::forcing_answers(screener_, screening);
    write_key(screening, forcing, screening_key_);
    if (const auto* const known = screenings_.find(screening_key_)) return *known;
    auto record = to_record(*criteria_, screening, forcing, blanks_);
    record.program_version = program_version_;
    return screenings_.add(screening_key_,
                           std::make_shared<const CommonScreening>(std::move(record)));
}

}  // namespace scr::casework
