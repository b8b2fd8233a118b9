#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands/criteria_diff.hpp"
#include "cli/context.hpp"
#include "cli/sheet.hpp"
#include "cli/table.hpp"
#include "scr/text/strings.hpp"

namespace scr::cli {
namespace {

using criteria::Count;

/// No more products than this are printed for one pair of outcomes; JSON has them all.
constexpr std::size_t shown_products = 12;

std::string number(Count count) {
    return count == criteria::uncounted ? fmt::format("{} or more", count)
                                        : fmt::format("{}", count);
}

std::string combinations(Count count) {
    return fmt::format("{} {}", number(count), count == 1 ? "combination" : "combinations");
}

std::string or_nothing(const std::string& value) {
    return value.empty() ? "nothing" : value;
}

/// Those of `all` that are not among `known`.
std::string missing_from(const std::vector<std::string>& known, std::vector<std::string> all) {
    std::erase_if(all, [&](const std::string& one) {
        return std::find(known.begin(), known.end(), one) != known.end();
    });
    return text::join(all, ", ");
}

/// The text form, section by section.
class DiffPage {
 public:
    DiffPage(const DiffReport& report, Output& out)
        : report_(report),
          difference_(report.difference),
          first_(report.first->criteria),
          second_(report.second->criteria),
          out_(out) {}

    void print() {
        head();
        facts();
        compared();
        determinations();
        questions();
        parts();
        if (report_.on_records) records();
        if (!difference_.any()) {
            out_.line();
            out_.line("The files do not differ in what they ask, decide or say must be done.");
        }
    }

 private:
    void title(const std::string& text) {
        out_.line();
        out_.line(text, Style::bold);
    }

    void head() {
        file("A", *report_.first);
        file("B", *report_.second);
    }

    void file(const std::string& letter, const casework::LoadedCriteria& file) {
        out_.put(letter, Style::bold).put("  ").put(file.criteria.id, Style::bold);
        out_.put(fmt::format("  {} ({})", file.criteria.title, file.name)).end();
    }

    void facts() {
        title("Facts");
        const std::size_t both = first_.facts.size() - difference_.facts_removed.size();
        out_.line(
            fmt::format("  {} in both, {} only in A, {} only in B, {} of those in both changed",
                        both, difference_.facts_removed.size(), difference_.facts_added.size(),
                        difference_.facts_changed.size()));
        for (const auto i : difference_.facts_removed) fact("only in A", first_.facts[i]);
        for (const auto i : difference_.facts_added) fact("only in B", second_.facts[i]);
        bool unshared = false;
        for (const auto& changed : difference_.facts_changed) {
            fact("changed", first_.facts[changed.first]);
            for (const auto& change : changed.changes) {
                out_.line(fmt::format("      {}: {}", change.what, said(changed, change)));
                unshared = unshared || change.what == "choices" || change.what == "range";
            }
        }
        if (unshared) {
            print_paragraph(out_, "An answer that only one file knows is left out of what follows.",
                            2);
        }
    }

    /// Of two long lists of answers only what is in one of them.
    std::string said(const criteria::ChangedFact& changed,
                     const criteria::FactChange& change) const {
        const auto& a = first_.facts[changed.first].choices;
        const auto& b = second_.facts[changed.second].choices;
        if (change.what == "choices" && !change.first.empty() && !change.second.empty()) {
            return fmt::format("{} only in A, {} only in B", or_nothing(missing_from(b, a)),
                               or_nothing(missing_from(a, b)));
        }
        return fmt::format("{} in A, {} in B", or_nothing(change.first), or_nothing(change.second));
    }

    void parts() {
        if (difference_.parts.empty()) return;
        title("What else the files say");
        for (const auto& change : difference_.parts) {
            out_.put(fmt::format("  {}: {}", how(change.only_in), change.kind));
            if (change.id != change.kind) out_.put(" ").put(change.id, Style::bold);
            out_.end();
            for (const auto& said : change.changes) this->said(change, said);
        }
    }

    void said(const criteria::PartChange& change, const criteria::FactChange& said) {
        if (change.only_in) {  // one of them is blank
            print_paragraph(out_, fmt::format("{}: {}", said.what, said.first + said.second), 6);
            return;
        }
        print_paragraph(out_, fmt::format("{} in A: {}", said.what, or_nothing(said.first)), 6);
        print_paragraph(out_, fmt::format("{} in B: {}", said.what, or_nothing(said.second)), 6);
    }

    static std::string how(const std::optional<criteria::Side>& only_in) {
        if (!only_in) return "changed";
        return *only_in == criteria::Side::first ? "only in A" : "only in B";
    }

    void fact(const std::string& how, const criteria::Fact& fact) {
        out_.put("  " + how + ": ").put(fact.id, Style::bold).put("  " + fact.ask).end();
    }

    void compared() {
        title("Combinations of answers");
        print_paragraph(out_,
                        fmt::format("{} complete ones, where answers that no rule of either file "
                                    "tells apart count as one; {} of them can stand together in "
                                    "both files and are compared",
                                    number(difference_.combinations), number(difference_.compared)),
                        2);
        impossible("A", difference_.impossible_in_first);
        impossible("B", difference_.impossible_in_second);
    }

    void impossible(const std::string& letter, const criteria::Region& region) {
        if (region.combinations == 0) return;
        out_.line(fmt::format("  impossible only in {}, left out: {}", letter,
                              combinations(region.combinations)));
        products(region, "");
    }

    void determinations() {
        for (const auto i : difference_.determinations_removed) {
            title(fmt::format("{}: only in A", first_.determinations[i].id));
        }
        for (const auto i : difference_.determinations_added) {
            title(fmt::format("{}: only in B", second_.determinations[i].id));
        }
        for (const auto& determination : difference_.determinations) {
            const auto& in_first = first_.determinations[determination.first];
            title(fmt::format("{}: {}", in_first.id, in_first.ask));
            if (determination.outcomes_changed) outcomes(determination);
            if (determination.partings.empty()) {
                out_.line("  no combination has different outcomes");
                continue;
            }
            out_.line(fmt::format("  {} of {} have different outcomes",
                                  number(determination.combinations),
                                  combinations(difference_.compared)));
            for (const auto& parting : determination.partings) part(determination, parting);
        }
    }

    static std::string ids(const criteria::Determination& determination) {
        std::vector<std::string> ids;
        for (const auto& outcome : determination.outcomes) ids.push_back(outcome.id);
        return text::join(ids, ", ");
    }

    void outcomes(const criteria::DeterminationDifference& determination) {
        out_.line("  outcomes in A: " + ids(first_.determinations[determination.first]));
        out_.line("  outcomes in B: " + ids(second_.determinations[determination.second]));
    }

    void part(const criteria::DeterminationDifference& determination,
              const criteria::Parting& parting) {
        const auto& in_first = first_.determinations[determination.first];
        const auto& a = in_first.outcomes[parting.first];
        const auto& b = second_.determinations[determination.second].outcomes[parting.second];
        out_.line();
        out_.put("  ").put(a.id, Style::bold).put(" in A, ").put(b.id, Style::bold);
        out_.put(" in B: " + combinations(parting.region.combinations)).end();
        out_.line(fmt::format("    A: {}", a.label));
        out_.line(fmt::format("    B: {}", b.label));
        products(parting.region, fmt::format("{} parts from {} to {}", in_first.id, a.id, b.id));
    }

    /// `sentence` is what the words of a product begin with; blank: no words.
    void products(const criteria::Region& region, const std::string& sentence) {
        const std::size_t shown = std::min(region.products.size(), shown_products);
        std::string words;
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& product = region.products[i];
            // One sentence may say several of them.
            const auto next = sentence.empty() ? "" : sentence_of(sentence, product);
            if (next != words) say(words);
            words = next;
            const std::string when = criteria::expression_of(difference_.facts, product);
            print_paragraph(
                out_,
                fmt::format("{}. {} ({})", i + 1, when.empty() ? "whatever the answers" : when,
                            number(product.combinations)),
                4);
            for (const auto& restriction : product.restrictions) named_.insert(restriction.fact);
        }
        say(words);
        const std::size_t rest = region.products.size() - shown;
        if (rest > 0) {
            out_.line(fmt::format("    and {}: --format json has all of them",
                                  text::counted(rest, "more condition", "more conditions")));
        }
        if (region.unlisted > 0) {
            out_.line(fmt::format("    and {} under conditions that were not worked out",
                                  combinations(region.unlisted)));
        }
    }

    std::string sentence_of(const std::string& beginning, const criteria::Product& product) const {
        const auto words = words_of(report_, product);
        return words.empty() ? beginning + " whatever the answers."
                             : fmt::format("{} where: {}.", beginning, words);
    }

    void say(const std::string& words) {
        if (!words.empty()) print_paragraph(out_, words, 7);
    }

    void questions() {
        if (named_.empty()) return;
        title("The questions named above");
        for (const std::size_t fact : named_) {
            const auto& known = difference_.facts[fact];
            out_.put("  ").put(known.id, Style::bold).put("  " + known.ask).end();
        }
    }

    static std::string outcome(const std::string& outcome,
                               const std::vector<std::string>& possible) {
        if (possible.size() < 2) return outcome;
        return fmt::format("{}: {}", outcome, text::join_in_words(possible, "or"));
    }

    void records() {
        const auto& records = report_.records;
        title("Stored cases");
        out_.line(fmt::format("  {} of {} would have another outcome", records.different_cases,
                              text::counted(records.cases, "case")));
        if (records.left_out > 0) {
            out_.line(fmt::format("  {} of another kind or jurisdiction left out",
                                  text::counted(records.left_out, "case")));
        }
        if (records.different.empty()) return;
        Table table({"case", "determination", "in A", "in B"});
        for (const auto& record : records.different) {
            table.row({record.case_reference, record.determination,
                       outcome(record.first, record.first_possible),
                       outcome(record.second, record.second_possible)});
        }
        table.print(out_);
    }

    const DiffReport& report_;
    const criteria::Difference& difference_;
    const criteria::Criteria& first_;
    const criteria::Criteria& second_;
    Output& out_;
    std::set<std::size_t> named_;  ///< facts of the products that were printed
};

}  // namespace

void print_diff_text(const DiffReport& report, Context& context) {
    DiffPage(report, context.out()).print();
}

}  // namespace scr::cli
