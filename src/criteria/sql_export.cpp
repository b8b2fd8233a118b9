#include "scr/criteria/sql_export.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "criteria/diagrams.hpp"
#include "criteria/sql_cells.hpp"
#include "criteria/sql_walk.hpp"

namespace scr::criteria {
namespace {

constexpr const char* why_column = "_why";  ///< why a row is refused, or empty

/// Only whether a criterion holds is asked for; telling *fails* from *open* would cost nodes.
Possible holds_or_not(Possible set) {
    return set == holds_bit ? holds_bit : fails_bit;
}

std::optional<std::size_t> number_of(const NumberedDiagram& diagram, Possible set) {
    const auto& terminals = diagram.terminals;
    const auto found = std::find(terminals.begin(), terminals.end(), set);
    if (found == terminals.end()) return std::nullopt;
    return static_cast<std::size_t>(found - terminals.begin());
}

/// The statement for one criteria file, put together in the order in which it is carried out.
class Statement {
 public:
    Statement(const Criteria& criteria, SqlDialect dialect, std::string_view table)
        : criteria_(criteria),
          words_(dialect),
          chain_(words_, table),
          diagrams_(criteria),
          walk_(words_) {}

    std::string write() {
        SqlCells(criteria_, diagrams_.levels(), words_).add_to(chain_);
        add_diagrams();
        walk_.add_to(chain_, diagrams_.levels().count(),
                     {SqlCells::ref_column, SqlCells::problem_column});
        add_problem();
        return chain_.finish(result());
    }

 private:
    void add_diagrams() {
        const Forest& forest = diagrams_.outcomes();
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i)
            determinations_.push_back(walk_.add(number_diagram(forest, diagrams_.outcome_root(i))));
        for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
            const NodeId root = diagrams_.criterion_root(i);
            criterion_walks_.push_back(walk_.add(number_diagram(forest, root, holds_or_not)));
        }
        for (std::size_t i = 0; i < criteria_.impossible.size(); ++i)
            impossible_walks_.push_back(
                walk_.add(number_diagram(forest, diagrams_.impossible_root(i))));
    }

    /// `state = number`, or a condition that never holds where no row can end there.
    std::string ends_in(std::size_t walker, Possible set) const {
        const SqlWalker& walked = walk_.walker(walker);
        const auto number = number_of(walked.diagram, set);
        return number ? fmt::format("{} = {}", walked.state, *number) : "1 = 0";
    }

    void add_problem() {
        std::vector<SqlColumn> columns{SqlColumn::as_it_is(SqlCells::ref_column),
                                       {problem(), why_column}};
        for (auto& state : walk_.states()) columns.push_back(std::move(state));
        chain_.add("_screened", columns);
    }

    std::string problem() const {
        const std::string unread = SqlCells::problem_column;
        if (determinations_.empty() || impossible_walks_.empty()) return unread;
        return fmt::format("CASE WHEN {0} <> '' THEN {0} WHEN {1} THEN {2} ELSE '' END", unread,
                           ends_in(determinations_.front(), 0), contradiction());
    }

    /// The entries that no completion escapes; where each alone could be escaped, every one that
    /// some completion meets: as Screening::contradictions.
    std::string contradiction() const {
        std::string any_certain;
        for (const std::size_t walker : impossible_walks_) {
            if (!any_certain.empty()) any_certain += " OR ";
            any_certain += ends_in(walker, holds_bit);
        }
        return fmt::format("{} || CASE WHEN {} THEN {} ELSE {} END",
                           words_.literal("the facts contradict each other: "), any_certain,
                           texts_of_those_in(holds_bit), texts_of_those_in(fails_bit | holds_bit));
    }

    std::string texts_of_those_in(Possible set) const {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < impossible_walks_.size(); ++i) {
            const std::string text = "; " + criteria_.impossible[i].text;
            texts.push_back(text_if(ends_in(impossible_walks_[i], set), text));
        }
        return fmt::format("substr({}, 3)", concatenated(texts));
    }

    std::string text_if(const std::string& condition, const std::string& text) const {
        return fmt::format("CASE WHEN {} THEN {} ELSE '' END", condition, words_.literal(text));
    }

    std::vector<SqlColumn> result() const {
        std::vector<SqlColumn> columns{{SqlCells::ref_column, words_.name("ref")}};
        for (std::size_t i = 0; i < criteria_.determinations.size(); ++i) {
            const Determination& determination = criteria_.determinations[i];
            columns.push_back(
                {unless_refused("'refused'", outcome(i)), words_.name(determination.id)});
            columns.push_back(
                {unless_refused("''", possible(i)), words_.name(determination.id + "_possible")});
        }
        columns.push_back({unless_refused("''", those_that_hold()), words_.name("criteria")});
        columns.push_back({why_column, words_.name("problem")});
        return columns;
    }

    static std::string unless_refused(std::string_view refused, const std::string& expression) {
        return fmt::format("CASE WHEN {} <> '' THEN {} ELSE {} END", why_column, refused,
                           expression);
    }

    std::string outcome(std::size_t determination) const {
        SqlChoices choices;
        each_terminal(determination, [&](std::string number, const auto& ids) {
            if (ids.size() == 1) choices.emplace_back(std::move(number), words_.literal(ids[0]));
        });
        return case_of(state(determination), choices, "'undetermined'");
    }

    std::string possible(std::size_t determination) const {
        SqlChoices choices;
        each_terminal(determination, [&](std::string number, const auto& ids) {
            choices.emplace_back(std::move(number),
                                 words_.literal(fmt::format("{}", fmt::join(ids, ";"))));
        });
        return case_of(state(determination), choices, "''");
    }

    const std::string& state(std::size_t determination) const {
        return walk_.walker(determinations_[determination]).state;
    }

    /// Calls `visit` with the number of each terminal and the ids of its outcomes.
    template <class Visit>
    void each_terminal(std::size_t determination, Visit&& visit) const {
        const auto& outcomes = criteria_.determinations[determination].outcomes;
        const auto& terminals = walk_.walker(determinations_[determination]).diagram.terminals;
        for (std::size_t number = 0; number < terminals.size(); ++number) {
            std::vector<std::string> ids;
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                if ((terminals[number] >> i & 1) != 0) ids.push_back(outcomes[i].id);
            }
            visit(fmt::format("{}", number), ids);
        }
    }

    std::string those_that_hold() const {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < criterion_walks_.size(); ++i) {
            texts.push_back(
                text_if(ends_in(criterion_walks_[i], holds_bit), ";" + criteria_.criteria[i].id));
        }
        return fmt::format("substr({}, 2)", concatenated(texts));
    }

    const Criteria& criteria_;
    SqlWords words_;
    SqlChain chain_;
    Diagrams diagrams_;
    SqlWalk walk_;
    std::vector<std::size_t> determinations_;
    std::vector<std::size_t> criterion_walks_;
    std::vector<std::size_t> impossible_walks_;
};

}  // namespace

std::string export_sql(const Criteria& criteria, SqlDialect dialect, std::string_view table) {
    return Statement(criteria, dialect, table).write();
}

}  // namespace scr::criteria
