#include "scr/casework/examination.hpp"

#include <algorithm>
#include <utility>

#include "scr/casework/examine.hpp"
#include "scr/casework/facts_json.hpp"

namespace scr::casework {
namespace {

/// Some forty megabytes.
constexpr std::size_t known_at_least = 20'000;

/// All that the answers say, seven bits a byte, so that two lists of them are never the same bytes.
void write_key(const criteria::Answers& answers, std::string& key) {
    key.clear();
    for (const auto& answer : answers) {
        key += static_cast<char>(answer.state);
        auto left = static_cast<std::uint64_t>(answer.value);
        for (; left >= 0x80; left >>= 7) key += static_cast<char>(0x80 | left);
        key += static_cast<char>(left);
    }
}

/// All that a screening says of answers, so that no two that differ are the same text.
std::string text_of(const record::ScreeningRecord& screening) {
    std::string text;
    const auto add = [&text](const std::string& word) { text.append(word) += '\n'; };
    const auto add_all = [&](const std::vector<std::string>& words) {
        std::ranges::for_each(words, add);
        text += '\n';
    };
    for (const auto& result : screening.results) {
        add(result.outcome);
        add_all(result.possible);
    }
    for (const auto* words : {&screening.criteria, &screening.missing, &screening.assumed})
        add_all(*words);
    for (const auto& decisive : screening.decisive.value_or(std::vector<record::Decisive>{}))
        add_all(decisive.answers);
    return text;
}

}  // namespace

FactsContent content_of(const Examination& examination, const record::CaseDates& dates) {
    const bool undated = dates == record::CaseDates{};
    return {examination.facts_json,
            undated ? examination.undated_digest : facts_digest(examination.facts_json, dates)};
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
        made.facts_json =
            facts_to_json(criteria_->criteria, {record.answers, record.attributions, {}, {}});
        made.undated_digest = facts_digest(made.facts_json, {});
    }
    if (keeps_.screening) {
        auto stored = to_record(*criteria_, screener_, made.screening, blanks_);
        stored.program_version = program_version_;
        made.to_store = shared(std::move(stored));
    }
    return std::make_shared<const Examination>(std::move(made));
}

SharedScreening RecordExaminer::shared(record::ScreeningRecord screening) {
    std::string text = text_of(screening);
    if (const SharedScreening* const known = screenings_.find(text)) return *known;
    return screenings_.add(std::move(text),
                           std::make_shared<const record::ScreeningRecord>(std::move(screening)));
}

}  // namespace scr::casework
