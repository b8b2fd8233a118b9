#include <fmt/format.h>

#include "cli/commands/show.hpp"
#include "cli/commands/show_recorded.hpp"
#include "cli/context.hpp"
#include "cli/explanation_text.hpp"
#include "cli/screening_basis.hpp"
#include "scr/casework/naming.hpp"
#include "scr/casework/recall.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

record::ScreeningRecord screening_named(casework::Store& store, const std::string& reference) {
    const auto child = reference.substr(0, reference.find('@'));
    for (auto& screening : store.screenings_of(child)) {
        if (screening.reference == reference) return std::move(screening);
    }
    casework::refuse_name(reference, "screening", "screenings");
}

/// A recorded screening beside what its text and facts give again, with the reasons where that is
/// the same.
class Explained {
 public:
    Explained(Context& context, const record::ScreeningRecord& screening)
        : text_(casework::recall_text(context.store_or_empty(), context.criteria_library(),
                                      screening.criteria_digest)) {
        auto& store = context.store_or_empty();
        recalled_ = casework::recall(store.case_of(screening.case_reference).value(),
                                     store.facts_of(screening.case_reference), screening, text_,
                                     screeners_);
        if (!faithful()) return;
        explanation_ = criteria::explain(screeners_.of(text_.criteria), again().screening);
    }

    /// Whether what follows from the text and the facts is what was recorded.
    bool faithful() const { return recalled_.again && recalled_.problems.empty(); }
    const std::vector<std::string>& problems() const { return recalled_.problems; }
    const casework::CaseScreening& again() const { return *recalled_.again; }

    /// The criteria that the screening names; null where the record does not have that text.
    const criteria::Criteria* named() const {
        const auto criteria = text_.named();
        return criteria ? &criteria->criteria : nullptr;
    }

    Section reasons() const {
        Section section{"reasons",
                        "Why",
                        Section::Form::entries,
                        {{"determination", "question"}, {"reason", "reason"}},
                        {},
                        ""};
        if (!faithful()) return section;
        const auto& file = *named();
        for (std::size_t i = 0; i < file.determinations.size(); ++i) {
            section.rows.push_back({file.determinations[i].id,
                                    text::join(reason_in_words(file, again().screening, i,
                                                               explanation_.determinations[i]),
                                               "\n")});
        }
        return section;
    }

    /// As `screen --explain` shows it.
    Part basis() const {
        return {[this](Output& out) {
                    if (faithful()) print_basis(out, again(), &explanation_);
                },
                [this](text::JsonWriter& json) {
                    if (!faithful()) {
                        json.key("explanation").null();
                        return;
                    }
                    write_basis(json, again());
                    write_explanation_member(json, again(), explanation_);
                }};
    }

 private:
    casework::Screeners screeners_;
    casework::RecalledText text_;
    casework::Recalled recalled_;
    criteria::Explanation explanation_;
};

Section problems_of(const Explained& explained) {
    Section section{"problems",
                    "Not explained; what follows is what was recorded",
                    Section::Form::entries,
                    {{"problem", "problem"}},
                    {},
                    ""};
    for (const auto& problem : explained.problems()) section.rows.push_back({problem});
    return section;
}

}  // namespace

void show_screening(Context& context, const std::string& reference) {
    auto& store = context.store_or_empty();
    const auto screening = screening_named(store, reference);
    const Explained explained(context, screening);
    const auto* file = explained.named();
    const auto newest = store.case_of(screening.case_reference).value().facts.number;

    Sheet sheet("screening", reference);
    add_recorded_fields(sheet, screening, file, newest);
    sheet.section(problems_of(explained))
        .section(results_of(screening))
        .section(receipt_of(screening, explained.faithful() ? &explained.again() : nullptr))
        .section(explained.reasons())
        .sections(recorded_lists(screening, file, !explained.faithful()))
        .part(explained.basis())
        .print(context);
    if (explained.faithful()) return;
    context.warn(fmt::format("{} is not explained", reference), "", "scr audit verify --replay");
}

}  // namespace scr::cli
