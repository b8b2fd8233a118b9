#include "cli/asked_result.hpp"

#include "cli/context.hpp"
#include "cli/screening_sink.hpp"
#include "cli/screening_table.hpp"
#include "cli/screening_text.hpp"
#include "cli/sheet.hpp"
#include "scr/criteria/interview.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

Section outcomes_of(criteria::Interview& interview) {
    const auto& criteria = interview.criteria();
    Section section{"outcomes",
                    "Outcomes",
                    Section::Form::table,
                    {{"determination", "question"},
                     {"outcome", "outcome"},
                     {"label", "meaning"},
                     {"possible", ""}},
                    {},
                    ""};
    const auto findings = interview.findings();
    for (std::size_t i = 0; i < criteria.determinations.size(); ++i) {
        const auto& determination = criteria.determinations[i];
        std::vector<std::string> possible;
        for (const auto k : findings[i].possible) {
            possible.push_back(determination.outcomes[k].id);
        }
        const bool settled = findings[i].determined();
        section.rows.push_back({determination.id,
                                std::string(outcome_id(determination, findings[i])),
                                settled ? determination.outcomes[findings[i].possible.front()].label
                                        : "possible: " + text::join(possible, ", "),
                                possible});
    }
    return section;
}

Section answers_of(const criteria::Interview& interview) {
    const auto& criteria = interview.criteria();
    Section section{
        "answers", "Answers", Section::Form::table, {{"fact", "fact"}, {"answer", "answer"}},
        {},        "none"};
    for (const std::size_t fact : interview.answered()) {
        section.rows.push_back({criteria.facts[fact].id,
                                answer_in_words(criteria.facts[fact], interview.answers()[fact])});
    }
    return section;
}

}  // namespace

void print_result(Context& context, criteria::Interview& interview, bool finished) {
    Sheet sheet("interview", finished ? "The outcomes that the answers call for"
                                      : "The answers ended before everything was settled");
    sheet.field("criteria_file", "under", interview.criteria().id)
        .field("questions", "questions", static_cast<std::int64_t>(interview.questions()))
        .section(outcomes_of(interview))
        .section(answers_of(interview))
        .print(context);
    if (context.format() != Format::text) return;
    context.out().line();
    print_paragraph(context.out(), evidence_note(interview.criteria()), 0);
}

}  // namespace scr::cli
