#include "casework/record_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/casework/criteria_choice.hpp"

namespace scr::casework {

RejectedRecord rejection(const IncomingRecord& record, std::string field, std::string problem,
                         std::string note, std::string help) {
    RejectedRecord rejected;
    rejected.line = record.line;
    rejected.ref = record.ref;
    rejected.field = std::move(field);
    rejected.problem = std::move(problem);
    rejected.note = std::move(note);
    rejected.help = std::move(help);
    return rejected;
}

std::optional<RejectedRecord> check_grounds(const criteria::Criteria& criteria,
                                            const IncomingRecord& record,
                                            const std::string& case_reference) {
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        const auto& fact = criteria.facts[i];
        const auto& answer = record.answers[i];
        if (answer.state != criteria::Answer::State::given ||
            std::ranges::find(fact.ground_required_for, answer.value) ==
                fact.ground_required_for.end()) {
            continue;
        }
        const auto attributed = record.attributions.find(i);
        if (attributed != record.attributions.end() && !attributed->second.ground.empty()) continue;
        const std::string value = fact.text_of(answer.value);
        return rejection(
            record, fact.id, fmt::format("`{}` for `{}` needs a written ground", value, fact.id),
            "neither CSV nor --fact carries a ground: NDJSON and scr notify amend do",
            fmt::format("{}scr notify amend {} {}={} --reason TEXT --ground TEXT",
                        case_reference.empty() ? "leave it blank, then " : "",
                        case_reference.empty() ? "CASE" : case_reference, fact.id, value));
    }
    return std::nullopt;
}

std::optional<RejectedRecord> check_dates(const IncomingRecord& record, record::CivilDate today) {
    for (const auto& column : criteria::date_columns()) {
        const auto date =
            column == "date_of_birth" ? record.date_of_birth : date_of(record.dates, column);
        if (!date || *date <= today) continue;
        return rejection(record, column, fmt::format("`{}` lies in the future", column),
                         fmt::format("today is {}", record::to_text(today)),
                         "add --planned where the date is meant");
    }
    return std::nullopt;
}

}  // namespace scr::casework
