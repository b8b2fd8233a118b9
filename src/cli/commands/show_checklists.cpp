#include "cli/commands/show_checklists.hpp"

#include <fmt/format.h>

namespace scr::cli {
namespace {

std::string standing_in_words(const casework::WeighedFactor& factor) {
    if (!factor.weighing) return "not weighed yet";
    return fmt::format("{}, weighed on {} by {}", factor.weighing->answer,
                       record::to_text(factor.weighing->weighed_on), factor.weighing->recorded_by);
}

Section factors_in_json(const criteria::Criteria& file,
                        const std::vector<casework::WeighedFactor>& factors) {
    Section section{"factors",
                    "",
                    Section::Form::table,
                    {{"checklist", ""},
                     {"title", ""},
                     {"before", ""},
                     {"factor", ""},
                     {"text", ""},
                     {"weighed", ""},
                     {"answer", ""},
                     {"weighed_on", ""},
                     {"reason", ""},
                     {"by", ""}},
                    {},
                    ""};
    for (const auto& [place, weighing] : factors) {
        const auto& checklist = file.checklists[place.checklist];
        const auto& factor = checklist.factors[place.factor];
        std::vector<Cell> row{checklist.id, checklist.title, checklist.before,
                              factor.id,    factor.text,     weighing.has_value()};
        if (weighing)
            row.insert(row.end(), {weighing->answer, record::to_text(weighing->weighed_on),
                                   weighing->reason, weighing->recorded_by});
        row.resize(section.columns.size());
        section.rows.push_back(std::move(row));
    }
    return section;
}

Section for_people(const criteria::Checklist& checklist) {
    return {
        "",
        fmt::format("Checklist {}: {}", checklist.id, checklist.title),
        Section::Form::entries,
        {{"factor", "factor"}, {"text", "text"}, {"standing", "standing"}, {"reason", "reason"}},
        {},
        ""};
}

}  // namespace

std::vector<Section> checklist_sections(const criteria::Criteria& file,
                                        const std::vector<record::Weighing>& weighings) {
    const auto factors = casework::weighed_factors(file, weighings);
    std::vector<Section> sections{factors_in_json(file, factors)};
    for (const auto& checklist : file.checklists) sections.push_back(for_people(checklist));
    for (const auto& factor : factors) {
        const auto& stated = file.checklists[factor.place.checklist].factors[factor.place.factor];
        sections[factor.place.checklist + 1].rows.push_back(
            {stated.id, stated.text, standing_in_words(factor),
             factor.weighing ? factor.weighing->reason : ""});
    }
    return sections;
}

}  // namespace scr::cli
