#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/criteria.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using criteria::Criteria;

std::string silence_text(const Criteria& file, const criteria::Fact& fact) {
    std::vector<std::string> parts;
    if (fact.if_blank) parts.push_back("blank means " + fact.text_of(*fact.if_blank));
    if (fact.if_blank_same_as) {
        parts.push_back("blank means the same as " + file.facts[*fact.if_blank_same_as].id);
    }
    if (fact.if_unknown) parts.push_back("unknown means " + fact.text_of(*fact.if_unknown));
    return text::join(parts, ", ");
}

/// The text form, section by section.
class Page {
 public:
    Page(const casework::LoadedCriteria& loaded, Output& out)
        : loaded_(loaded), file_(loaded.criteria), out_(out) {}

    void print() {
        head();
        facts();
        conditions();
        for (std::size_t at = 0; at < file_.determinations.size(); ++at) determination(at);
        deadlines();
        for (const auto& list : file_.checklists) checklist(list);
        reviews();
    }

 private:
    void title(const std::string& text) {
        out_.line();
        out_.line(text, Style::bold);
    }

    void item(const std::string& name, const std::string& text) {
        out_.put("  ").put(name, Style::bold).put("  ").put(text).end();
    }

    void detail(const std::string& text) {
        if (!text.empty()) out_.line("      " + text);
    }

    void labelled(const std::string& label, const std::string& text) {
        if (!text.empty()) detail(label + ": " + text);
    }

    void head() {
        out_.line(file_.title, Style::bold);
        out_.line(fmt::format("{}, {}, {}", file_.id, file_.kind, file_.jurisdiction));
        out_.line(fmt::format("in force from {} to {}, by {}",
                              file_.in_force_from.empty() ? "ever" : file_.in_force_from,
                              file_.in_force_to.empty() ? "now" : file_.in_force_to,
                              file_.regime_date));
        out_.line(fmt::format("{} recommends, {} decides", file_.recommended_by, file_.decided_by));
        out_.line(fmt::format("file {}, SHA-256 {}", loaded_.name, loaded_.digest));
    }

    void facts() {
        title("Facts");
        for (const auto& fact : file_.facts) {
            item(fact.id, fact.ask);
            detail("answers: " + fact.answers_in_words());
            detail(silence_text(file_, fact));
            if (fact.judgement) detail("a professional's judgement");
            labelled("note", fact.note);
        }
        if (!file_.impossible.empty()) title("Cannot stand together");
        for (const auto& entry : file_.impossible) {
            out_.line("  " + entry.text);
            detail(entry.when_text);
        }
    }

    void conditions() {
        if (!file_.conditions.empty()) title("Conditions");
        for (const auto& condition : file_.conditions) {
            item(condition.id, condition.text);
            detail(condition.when_text);
        }
    }

    void determination(std::size_t index) {
        const auto& determination = file_.determinations[index];
        title(fmt::format("Determination {}: {}", determination.id, determination.ask));
        for (std::size_t at = 0; at < determination.outcomes.size(); ++at) outcome(index, at);
    }

    void outcome(std::size_t determination, std::size_t at) {
        const auto& outcomes = file_.determinations[determination].outcomes;
        item(outcomes[at].id, outcomes[at].label);
        if (at == file_.determinations[determination].otherwise) detail("where no criterion holds");
        for (const auto& criterion : file_.criteria) {
            if (criterion.determination != determination || criterion.outcome != at) continue;
            out_.line(fmt::format("    {} ({}): {}", criterion.id, to_text(criterion.force),
                                  criterion.text));
            detail("when " + criterion.when_text);
            labelled("source", file_.citations_text(criterion.cite));
            labelled("look", criterion.eye);
        }
    }

    void deadlines() {
        if (!file_.deadlines.empty()) title("Deadlines");
        for (const auto& deadline : file_.deadlines) {
            item(deadline.id, fmt::format("within {} from {} until {}", deadline.within,
                                          deadline.from, deadline.until));
            labelled("owner", deadline.owner);
            labelled("source", file_.citations_text(deadline.cite));
        }
    }

    void reviews() {
        if (!file_.review_kinds.empty()) title("Reviews");
        for (const auto& kind : file_.review_kinds) {
            item(kind.id, kind.label);
            labelled("after", text::join(kind.after, ", "));
            labelled("published", kind.published);
        }
        out_.line();
        out_.line(fmt::format("A published report stays up at least {}.", file_.available_for));
    }

    void checklist(const criteria::Checklist& list) {
        title(fmt::format("Checklist {}: {}", list.id, list.title));
        out_.line("  each factor is weighed, with an answer and a reason; no outcome follows");
        labelled("before", text::join(list.before, ", "));
        labelled("answers", text::join(list.answers, ", "));
        labelled("source", file_.citations_text(list.cite));
        for (const auto& factor : list.factors) {
            item(factor.id, factor.text);
            labelled("source", file_.citations_text(factor.cite));
        }
    }

    const casework::LoadedCriteria& loaded_;
    const Criteria& file_;
    Output& out_;
};

struct ShowCriteriaOptions : CriteriaOptions {
    bool beside_source = false;
};

int run_criteria_show(const ShowCriteriaOptions& options, Context& context) {
    const auto loaded = criteria_of(options, context);
    if (options.beside_source) return print_beside_source(loaded->criteria, context);
    if (context.format_among({Format::text, Format::json}) == Format::json) {
        context.out().json_line(criteria_json(*loaded));
    } else {
        Page(*loaded, context.out()).print();
    }
    return 0;
}

}  // namespace

void declare_criteria_show(CLI::App& criteria, Actions& actions) {
    auto& command = add_subcommand(criteria, "show", "facts, conditions and criteria with sources");
    const auto options = std::make_shared<ShowCriteriaOptions>();
    add_option(command, "FILE|ID", options->file, "the criteria file; scr-2015 unless named");
    add_flag(command, "--beside-source", options->beside_source,
             "each provision of the sources with the rules that carry it and their examples");
    add_examples(command,
                 "  scr criteria show scr-2015\n"
                 "  scr criteria show ./mine.toml --beside-source");
    actions.add(command,
                [options](Context& context) { return run_criteria_show(*options, context); });
}

}  // namespace scr::cli
