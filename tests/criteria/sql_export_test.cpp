#include "scr/criteria/sql_export.hpp"

#include <doctest/doctest.h>

#include <random>

#include "criteria/diagrams.hpp"
#include "criteria/numbered_diagram.hpp"
#include "criteria/random_criteria.hpp"
#include "criteria/silence.hpp"
#include "criteria/small_criteria.hpp"
#include "criteria/sql_case.hpp"
#include "criteria/sql_chain.hpp"
#include "scr/criteria/json_export.hpp"

using namespace scr::criteria;

namespace {

constexpr SqlDialect dialects[] = {SqlDialect::sqlite, SqlDialect::postgresql, SqlDialect::duckdb,
                                   SqlDialect::clickhouse, SqlDialect::spark};

/// Follows the numbers as another program would.
Possible walk(const NumberedDiagram& diagram, const Symbols& symbols) {
    std::size_t number = diagram.root;
    while (!diagram.is_terminal(number)) {
        const NumberedNode& node = diagram.nodes[number - diagram.terminals.size()];
        number = node.edges[symbols[node.level]];
    }
    return diagram.terminals[number];
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a numbered diagram leads where the diagram does") {
    std::mt19937 random(11);
    for (int i = 0; i < 300; ++i) {
        const std::string text = oracle::random_criteria_text(random);
        const auto loaded = scr::criteria_toml::load(text, "random.toml");
        INFO(text);
        REQUIRE(loaded.result.criteria);
        const Criteria& criteria = *loaded.result.criteria;
        Diagrams diagrams(criteria);
        const auto holds = [](Possible set) { return set == holds_bit ? holds_bit : fails_bit; };
        const NumberedDiagram outcome =
            number_diagram(diagrams.outcomes(), diagrams.outcome_root(0));
        const NumberedDiagram criterion =
            number_diagram(diagrams.outcomes(), diagrams.criterion_root(0), holds);
        CHECK(std::is_sorted(outcome.nodes.begin(), outcome.nodes.end(),
                             [](const auto& a, const auto& b) { return a.level < b.level; }));
        CHECK(criterion.terminals.size() <= 2);
        for (int record = 0; record < 20; ++record) {
            const Symbols symbols = diagrams.symbols(read_silence(
                criteria, oracle::random_answers(criteria, random), Blanks::take_default));
            CHECK(walk(outcome, symbols) == diagrams.outcome(0, symbols));
            CHECK((walk(criterion, symbols) == holds_bit) ==
                  (diagrams.criterion(0, symbols) == Truth::holds));
        }
    }
}

TEST_CASE("the statement reads the table that is named and quotes the names of its columns") {
    const Criteria criteria = test::criteria_with("");
    const std::string sql = export_sql(criteria, SqlDialect::postgresql, "lake.walks");
    CHECK(contains(sql, "FROM lake.walks AS n"));
    CHECK(contains(sql, "n.\"raining\""));
    CHECK(contains(export_sql(criteria, SqlDialect::spark), "n.`raining`"));
    CHECK(contains(export_sql(criteria, SqlDialect::spark), "FROM notifications AS n"));
    CHECK_FALSE(contains(sql, ";\n"));
}

TEST_CASE("a text of the file cannot end its literal") {
    const Criteria criteria = test::criteria_with(R"toml([[impossible]]
when = "raining and wind = none"
text = "It isn't \\ so"
)toml");
    CHECK(contains(export_sql(criteria, SqlDialect::sqlite), R"('; It isn''t \ so')"));
    CHECK(contains(export_sql(criteria, SqlDialect::clickhouse), R"('; It isn\'t \\ so')"));
}

TEST_CASE("names of tables are letters and digits and underscores joined by dots") {
    for (const char* name : {"notifications", "lake.notifications", "a.b.c", "_t1", "T2"})
        CHECK(is_table_name(name));
    for (const char* name : {"", ".", "a.", ".a", "a..b", "1a", "a.1", "a b", "a;b", "a\"b", "a--"})
        CHECK_FALSE(is_table_name(name));
}

TEST_CASE("the name of every dialect leads back to it") {
    REQUIRE(sql_dialect_names().size() == std::size(dialects));
    for (const SqlDialect dialect : dialects)
        CHECK(sql_dialect_of(sql_dialect_names()[static_cast<std::size_t>(dialect)]) == dialect);
    CHECK_FALSE(sql_dialect_of("oracle"));
}

TEST_CASE("a case says its most frequent result once") {
    CHECK(case_among("s", {{"1", "a"}, {"2", "b"}, {"3", "b"}}) ==
          "CASE s WHEN 1 THEN a ELSE b END");
    CHECK(case_among("s", {{"1", "a"}, {"2", "a"}}) == "a");
    CHECK(case_of("s", {{"1", "a"}}, "x") == "CASE s WHEN 1 THEN a ELSE x END");
}

TEST_CASE("many texts are joined without depth") {
    CHECK(concatenated({}) == "''");
    CHECK(concatenated({"a"}) == "a");
    const std::string joined = concatenated(std::vector<std::string>(1024, "a"));
    std::size_t deepest = 0;
    std::size_t depth = 0;
    for (const char c : joined) {
        if (c == '(') deepest = std::max(deepest, ++depth);
        if (c == ')') --depth;
    }
    CHECK(deepest == 10);
}

TEST_CASE("the text grows with the facts and not with the paths") {
    // Pairs of facts of which one must hold whole: two nodes a pair, three times the paths.
    const auto size = [](int pairs) {
        std::string text =
            "[criteria]\nid = \"c\"\ntitle = \"c\"\nkind = \"k\"\njurisdiction = \"j\"\n"
            "regime_date = \"incident_on\"\n";
        std::string when = "a0 and b0";
        for (int i = 0; i < pairs; ++i) {
            for (const char* side : {"a", "b"})
                text += fmt::format("[fact.{}{}]\ntype = \"yes_no\"\nask = \"?\"\n", side, i);
            if (i > 0) when += fmt::format(" or a{0} and b{0}", i);
        }
        text += fmt::format(
            "[determination.d]\nask = \"?\"\noutcomes = [{{id = \"x\", label = \"X\"}}, {{id = "
            "\"y\", label = \"Y\"}}]\notherwise = \"y\"\n[[criterion]]\nid = \"k\"\n"
            "determination = \"d\"\noutcome = \"x\"\nwhen = \"{}\"\ntext = \"t\"\n",
            when);
        const auto loaded = scr::criteria_toml::load(text, "pairs.toml");
        REQUIRE(loaded.result.criteria);
        return export_sql(*loaded.result.criteria, SqlDialect::sqlite).size();
    };
    const std::size_t five = size(5);
    const std::size_t ten = size(10);
    CHECK(ten > five);
    // The lists of names that each level passes on make it a little more than twice as much.
    CHECK(size(20) - ten < 4 * (ten - five));
}

TEST_CASE("the exported diagram names its file and its levels") {
    const std::string json = export_json(test::criteria_with(""), "abc");
    CHECK(json.starts_with(R"({"schema":1,"id":"weather","digest":"abc","facts":[)"));
    CHECK(contains(json, R"("levels":[{"fact":"raining","answers":[{"answer":"yes","edge":0})"));
}
