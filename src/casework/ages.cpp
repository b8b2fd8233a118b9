#include "casework/ages.hpp"

#include <fmt/format.h>

#include "casework/record_checks.hpp"
#include "scr/casework/criteria_choice.hpp"

namespace scr::casework {
namespace {

constexpr std::string_view computed_from = "computed from ";

std::optional<record::CivilDate> date_in(const IncomingRecord& record, std::string_view column) {
    return column == "date_of_birth" ? record.date_of_birth : date_of(record.dates, column);
}

/// The two dates that an age lies between.
struct Stretch {
    std::string from_column;
    std::string to_column;
    record::CivilDate from;
    record::CivilDate to;

    std::string in_words() const { return fmt::format("{} and {}", from_column, to_column); }
};

std::optional<Stretch> stretch_of(const criteria::Years& years, const IncomingRecord& record) {
    const auto from = date_in(record, years.from);
    if (!from) return std::nullopt;
    for (const auto& column : years.to) {
        if (const auto to = date_in(record, column)) {
            return Stretch{years.from, column, *from, *to};
        }
    }
    return std::nullopt;
}

std::optional<RejectedRecord> complete_age(const criteria::Fact& fact, std::size_t index,
                                           IncomingRecord& record) {
    auto& answer = record.answers[index];
    if (answer.state == criteria::Answer::State::unknown) return std::nullopt;
    const auto stretch = stretch_of(*fact.years, record);
    if (!stretch) return std::nullopt;
    const auto age = record::age_in_years(stretch->from, stretch->to);
    if (!age) {
        return rejection(
            record, stretch->to_column,
            fmt::format("`{}` lies before `{}`", stretch->to_column, stretch->from_column), "",
            "correct one of the two dates");
    }
    if (*age < fact.least || *age > fact.most) {
        return rejection(
            record, fact.id,
            fmt::format("`{}` computed from {} is out of range", fact.id, stretch->in_words()),
            "answers are " + fact.answers_in_words(), "correct one of the two dates");
    }
    if (answer.state == criteria::Answer::State::blank) {
        answer = criteria::Answer::given(*age);
        record.attributions[index].source = std::string(computed_from) + stretch->in_words();
    } else if (answer.value != *age) {
        return rejection(record, fact.id,
                         fmt::format("`{}` as given and as computed from {} disagree", fact.id,
                                     stretch->in_words()),
                         "completed years are counted; a child born on 29 February is a year older "
                         "on 1 March",
                         fmt::format("leave `{}` blank, or correct the dates", fact.id));
    }
    return std::nullopt;
}

}  // namespace

std::optional<RejectedRecord> complete_ages(const criteria::Criteria& criteria,
                                            IncomingRecord& record) {
    for (std::size_t i = 0; i < criteria.facts.size(); ++i) {
        if (!criteria.facts[i].years) continue;
        if (auto problem = complete_age(criteria.facts[i], i, record)) return problem;
    }
    return std::nullopt;
}

bool is_computed(const Attribution& attribution) {
    return attribution.source.starts_with(computed_from);
}

void forget_computed(IncomingRecord& record) {
    std::erase_if(record.attributions, [&](const auto& attributed) {
        if (!is_computed(attributed.second)) return false;
        record.answers[attributed.first] = criteria::Answer::blank();
        return true;
    });
}

}  // namespace scr::casework
