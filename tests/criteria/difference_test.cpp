#include "scr/criteria/difference.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>

#include "criteria/oracle.hpp"
#include "criteria/random_criteria.hpp"
#include "criteria/small_criteria.hpp"
#include "scr/criteria_toml/criteria_file.hpp"

using namespace scr::criteria;
using oracle::Oracle;

namespace {

Criteria load(const std::string& text) {
    return scr::criteria_toml::load(text, "test.toml").result.criteria.value();
}

std::string shipped_text() {
    std::ifstream file(SCR_SOURCE_DIR "/data/criteria/scr-2015.toml", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The products of a region as expressions, in its order.
std::vector<std::string> expressions(const Difference& difference, const Region& region) {
    std::vector<std::string> texts;
    for (const Product& product : region.products) {
        texts.push_back(expression_of(difference.facts, product));
    }
    return texts;
}

bool admits(const Restriction& restriction, std::int64_t value) {
    return std::any_of(restriction.answers.begin(), restriction.answers.end(),
                       [value](const Stretch& s) { return s.least <= value && value <= s.most; });
}

using Values = Oracle::Values;

bool admits(const Product& product, const Values& values) {
    return std::all_of(product.restrictions.begin(), product.restrictions.end(),
                       [&](const Restriction& r) { return admits(r, values[r.fact]); });
}

/// One file as enumeration sees it: its facts among those of the difference, found by name.
class FileView {
 public:
    FileView(const Criteria& criteria, const std::vector<Fact>& facts, const std::string& suffix)
        : criteria_(criteria), facts_(facts), oracle_(criteria, {0, 1, 2, 3, 4}) {
        for (const Fact& fact : criteria.facts) {
            const auto named = [&](const std::string& id) {
                return std::find_if(facts.begin(), facts.end(),
                                    [&](const Fact& f) { return f.id == id; });
            };
            auto found = named(fact.id);
            if (found == facts.end()) found = named(fact.id + suffix);
            REQUIRE(found != facts.end());
            places_.push_back(static_cast<std::size_t>(found - facts.begin()));
        }
        for (const auto& entry : criteria.conditions) collect(entry.when);
        for (const auto& entry : criteria.impossible) collect(entry.when);
        for (const auto& entry : criteria.criteria) collect(entry.when);
    }

    Values own(const Values& values) const {
        Values own;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::int64_t value = values[places_[i]];
            const Fact& fact = criteria_.facts[i];
            own.push_back(fact.type == FactType::integer
                              ? value
                              : fact.value_of(facts_[places_[i]].text_of(value)).value());
        }
        return own;
    }

    bool consistent(const Values& values) const { return oracle_.consistent(own(values)); }
    bool holds(std::size_t condition, const Values& values) const {
        return oracle_.holds(criteria_.conditions[condition].when, own(values));
    }
    const std::string& id_of(std::size_t condition) const {
        return criteria_.conditions[condition].id;
    }
    std::optional<std::size_t> condition_of(const std::string& id) const {
        const auto found = std::ranges::find(criteria_.conditions, id, &Condition::id);
        if (found == criteria_.conditions.end()) return std::nullopt;
        return static_cast<std::size_t>(found - criteria_.conditions.begin());
    }
    const std::string& outcome(std::size_t determination, const Values& values) const {
        return criteria_.determinations[determination]
            .outcomes[oracle_.outcome(determination, own(values))]
            .id;
    }
    /// What the comparisons of the file say of this one answer.
    std::vector<bool> signature(std::size_t fact, Values values) const {
        std::vector<bool> signature;
        for (const Test* test : comparisons_) {
            if (places_[test->index] == fact) {
                signature.push_back(oracle_.holds(*test, own(values)));
            }
        }
        return signature;
    }

 private:
    void collect(const Test& test) {
        if (test.kind == Test::Kind::fact) comparisons_.push_back(&test);
        for (const Test& operand : test.operands) collect(operand);
    }

    const Criteria& criteria_;
    const std::vector<Fact>& facts_;
    Oracle oracle_;
    std::vector<std::size_t> places_;
    std::vector<const Test*> comparisons_;
};

std::size_t answer_count(const Fact& fact) {
    return fact.type == FactType::integer ? static_cast<std::size_t>(fact.most - fact.least + 1)
                                          : fact.choices.size();
}

/// Every combination of answers, and which of them are told apart.
class Enumeration {
 public:
    struct Row {
        Values values;
        bool counted = false;  ///< the first of those that no comparison tells apart
        bool possible_first = false;
        bool possible_second = false;
    };

    Enumeration(const Criteria& first, const Criteria& second, const Difference& difference)
        : facts_(difference.facts),
          first_file(first, difference.facts, " (first)"),
          second_file(second, difference.facts, " (second)") {
        add(Values{});
    }

    std::vector<Row> rows;

 private:
    static std::int64_t least(const Fact& fact) {
        return fact.type == FactType::integer ? fact.least : 0;
    }

    void add(Values values) {
        if (values.size() == facts_.size()) {
            Row row{values, true, first_file.consistent(values), second_file.consistent(values)};
            for (std::size_t i = 0; i < values.size(); ++i) {
                row.counted = row.counted && is_first_of_class(i, values);
            }
            rows.push_back(std::move(row));
            return;
        }
        const Fact& fact = facts_[values.size()];
        values.push_back(least(fact));
        for (std::size_t i = 0; i < answer_count(fact); ++i, ++values.back()) add(values);
    }

    bool is_first_of_class(std::size_t fact, const Values& values) {
        const auto key = std::pair{fact, values[fact]};
        const auto known = first_of_class_.find(key);
        if (known != first_of_class_.end()) return known->second;
        const auto both = [&](const Values& v) {
            return std::pair{first_file.signature(fact, v), second_file.signature(fact, v)};
        };
        bool is_first = true;
        Values earlier = values;
        for (earlier[fact] = least(facts_[fact]); earlier[fact] < values[fact]; ++earlier[fact]) {
            is_first = is_first && both(earlier) != both(values);
        }
        return first_of_class_[key] = is_first;
    }

    const std::vector<Fact>& facts_;
    std::map<std::pair<std::size_t, std::int64_t>, bool> first_of_class_;

 public:
    FileView first_file;
    FileView second_file;
};

/// The products written as a file whose conditions they are, read back.
Criteria read_back(const std::vector<Fact>& facts, const Region& region) {
    std::string text =
        "[criteria]\nid = \"r\"\ntitle = \"R\"\nkind = \"k\"\njurisdiction = \"J\"\n"
        "regime_date = \"incident_on\"\n";
    for (const Fact& fact : facts) {
        static const std::array types{"yes_no", "choice", "integer"};
        text += fmt::format("[fact.{}]\nask = \"?\"\ntype = \"{}\"\n",
                            fact.id.substr(0, fact.id.find(' ')),
                            types[static_cast<std::size_t>(fact.type)]);
        if (fact.type == FactType::choice)
            text += fmt::format("choices = [\"{}\"]\n", fmt::join(fact.choices, "\", \""));
        if (fact.type == FactType::integer)
            text += fmt::format("range = [{}, {}]\n", fact.least, fact.most);
    }
    for (std::size_t i = 0; i < region.products.size(); ++i) {
        text += fmt::format("[condition.c{}]\ntext = \"t\"\nwhen = \"{}\"\n", i,
                            expression_of(facts, region.products[i]));
    }
    text += "[determination.d]\nask = \"?\"\notherwise = \"o\"\noutcomes = [{ id = \"o\" }]\n";
    return load(text);
}

/// What the rows of a product without one of its restrictions make of the answers to that fact.
struct AnswersBeside {
    std::set<std::int64_t> refused;   ///< in a row that is neither meant nor free
    std::set<std::int64_t> standing;  ///< in a row that is meant
};

template <class Meant, class Free>
AnswersBeside answers_beside(const Enumeration& all, Product wider, std::size_t restriction,
                             const Meant& meant, const Free& free) {
    const std::size_t fact = wider.restrictions[restriction].fact;
    wider.restrictions.erase(wider.restrictions.begin() + static_cast<std::ptrdiff_t>(restriction));
    AnswersBeside answers;
    for (const auto& row : all.rows) {
        if (!admits(wider, row.values)) continue;
        if (meant(row)) {
            answers.standing.insert(row.values[fact]);
        } else if (!free(row)) {
            answers.refused.insert(row.values[fact]);
        }
    }
    return answers;
}

/// Named are the answers that stand with the rest of the product in a row that is meant, unless
/// they would reach one that is not; and only where one of the answers would.
template <class Meant, class Free>
void check_answers(const Enumeration& all, const Difference& difference, const Product& product,
                   const Meant& meant, const Free& free) {
    for (std::size_t i = 0; i < product.restrictions.size(); ++i) {
        const auto [refused, standing] = answers_beside(all, product, i, meant, free);
        const Restriction& restriction = product.restrictions[i];
        RC_ASSERT_FALSE(refused.empty());
        const Fact& fact = difference.facts[restriction.fact];
        const std::int64_t least = fact.type == FactType::integer ? fact.least : 0;
        for (std::int64_t v = least; v < least + static_cast<std::int64_t>(answer_count(fact)); ++v)
            RC_ASSERT(admits(restriction, v) == (standing.contains(v) && !refused.contains(v)));
    }
}

/// Whether the other file, where it has a condition of that id, means the same by it.
bool is_unambiguous(const Enumeration& all, const ConditionPart& part) {
    const bool in_first = part.side == Side::first;
    const FileView& own = in_first ? all.first_file : all.second_file;
    const FileView& other = in_first ? all.second_file : all.first_file;
    const auto partner = other.condition_of(own.id_of(part.condition));
    return !partner || std::ranges::all_of(all.rows, [&](const auto& row) {
        return own.holds(part.condition, row.values) == other.holds(*partner, row.values);
    });
}

/// The conditions and what stands beside them say the product, and nothing that is not meant.
template <class Meant, class Free>
void check_wording(const Enumeration& all, const Product& product, const Meant& meant,
                   const Free& free) {
    for (const auto& part : product.conditions) RC_ASSERT(is_unambiguous(all, part));
    Product beside;
    for (const std::size_t i : product.beside) {
        beside.restrictions.push_back(product.restrictions[i]);
    }
    for (const auto& row : all.rows) {
        const bool named = std::all_of(
            product.conditions.begin(), product.conditions.end(), [&](const ConditionPart& part) {
                const FileView& file = part.side == Side::first ? all.first_file : all.second_file;
                return file.holds(part.condition, row.values) == part.holds;
            });
        const bool said = named && admits(beside, row.values);
        RC_ASSERT((said || !admits(product, row.values)));
        RC_ASSERT((!said || meant(row) || free(row)));
    }
}

/// Checks a region against the rows that are meant; the others it may reach are `free`.
template <class Meant, class Free>
void check_region(const Enumeration& all, const Difference& difference, const Region& region,
                  const Meant& meant, const Free& free) {
    Count counted = 0;
    std::vector<Count> own(region.products.size());
    std::vector<bool> needed(region.products.size());
    for (const auto& row : all.rows) {
        std::vector<std::size_t> covering;
        for (std::size_t i = 0; i < region.products.size(); ++i) {
            if (admits(region.products[i], row.values)) covering.push_back(i);
        }
        const bool is_meant = meant(row);
        RC_ASSERT((is_meant ? !covering.empty() : covering.empty() || free(row)));
        if (!is_meant) continue;
        if (covering.size() == 1) needed[covering.front()] = true;
        counted += row.counted ? 1U : 0U;
        for (const std::size_t i : covering) own[i] += row.counted ? 1U : 0U;
    }
    RC_ASSERT(region.combinations == counted);
    RC_ASSERT(region.unlisted == 0U);
    for (std::size_t i = 0; i < region.products.size(); ++i) {
        RC_ASSERT(region.products[i].combinations == own[i]);
        RC_ASSERT(needed[i]);
        check_answers(all, difference, region.products[i], meant, free);
        check_wording(all, region.products[i], meant, free);
    }
    const bool plain = std::none_of(difference.facts.begin(), difference.facts.end(),
                                    [](auto& f) { return f.id.find(' ') != std::string::npos; });
    const bool never_empty =
        std::none_of(region.products.begin(), region.products.end(),
                     [](const Product& product) { return product.restrictions.empty(); });
    if (!plain || !never_empty) return;
    const Criteria read = read_back(difference.facts, region);
    const Oracle oracle(read, {0, 1, 2, 3, 4});
    for (const auto& row : all.rows) {
        for (std::size_t i = 0; i < region.products.size(); ++i) {
            RC_ASSERT(oracle.holds(read.conditions[i].when, row.values) ==
                      admits(region.products[i], row.values));
        }
    }
}

void check_determination(const Enumeration& all, const Criteria& first, const Criteria& second,
                         const Difference& difference,
                         const DeterminationDifference& determination) {
    const auto both = [](const Enumeration::Row& row) {
        return row.possible_first && row.possible_second;
    };
    const auto pair_at = [&](const Enumeration::Row& row) {
        return std::pair{all.first_file.outcome(determination.first, row.values),
                         all.second_file.outcome(determination.second, row.values)};
    };
    std::set<std::pair<std::string, std::string>> wanted;
    Count counted = 0;
    for (const auto& row : all.rows) {
        if (!both(row)) continue;
        const auto pair = pair_at(row);
        if (pair.first == pair.second) continue;
        wanted.insert(pair);
        counted += row.counted ? 1U : 0U;
    }
    RC_ASSERT(determination.combinations == counted);
    RC_ASSERT(determination.partings.size() == wanted.size());
    for (const Parting& parting : determination.partings) {
        const std::pair pair{
            first.determinations[determination.first].outcomes[parting.first].id,
            second.determinations[determination.second].outcomes[parting.second].id};
        RC_ASSERT(wanted.contains(pair));
        check_region(
            all, difference, parting.region,
            [&](const Enumeration::Row& row) { return both(row) && pair_at(row) == pair; },
            [&](const Enumeration::Row& row) { return !both(row); });
    }
}

void check_difference(const Criteria& first, const Criteria& second, const Difference& difference) {
    using Row = Enumeration::Row;
    const Enumeration all(first, second, difference);
    Count combinations = 0;
    Count compared = 0;
    for (const auto& row : all.rows) {
        if (!row.counted) continue;
        ++combinations;
        compared += row.possible_first && row.possible_second ? 1U : 0U;
    }
    RC_ASSERT(difference.combinations == combinations);
    RC_ASSERT(difference.compared == compared);
    check_region(
        all, difference, difference.impossible_in_first,
        [](const Row& row) { return !row.possible_first && row.possible_second; },
        [](const Row&) { return false; });
    check_region(
        all, difference, difference.impossible_in_second,
        [](const Row& row) { return row.possible_first && !row.possible_second; },
        [](const Row&) { return false; });
    for (const auto& determination : difference.determinations) {
        check_determination(all, first, second, difference, determination);
    }
}

/// The same file with one thing changed, as an editor would.
std::string edited(std::string text, std::mt19937& random) {
    static const std::vector<std::pair<std::string, std::string>> edits{
        {" and ", " or "},
        {" or ", " and "},
        {"first0", "first1"},
        {"not ", ""},
        {" < ", " >= "},
        {"v1", "v2"},
        {"range = [0, 4]", "range = [1, 4]"}};
    const auto begin = text.find("[condition.");
    for (int tries = 0; tries < 20; ++tries) {
        const auto& [from, to] = edits[random() % edits.size()];
        const bool anywhere = from.starts_with("range");
        std::vector<std::size_t> places;
        for (auto at = text.find(from, anywhere || begin == std::string::npos ? 0 : begin);
             at != std::string::npos; at = text.find(from, at + 1)) {
            places.push_back(at);
        }
        if (places.empty()) continue;
        std::string changed = text;
        changed.replace(places[random() % places.size()], from.size(), to);
        if (scr::criteria_toml::load(changed, "edited.toml").result.criteria) return changed;
    }
    return text;
}

std::size_t size_of(const Difference& difference) {
    std::size_t size = 1;
    for (const Fact& fact : difference.facts) size *= answer_count(fact);
    return size;
}

constexpr std::string_view advice = R"toml(
[condition.cold]
when = "degrees < 5"
text = "It is cold"
[[impossible]]
when = "wind = storm and degrees > 40"
text = "No storm in the heat"
)toml";

std::string criterion(std::string_view when) {
    return fmt::format(
        "[[criterion]]\nid = \"k\"\ndetermination = \"advice\"\noutcome = \"coat\"\n"
        "when = \"{}\"\ntext = \"t\"\n",
        when);
}

}  // namespace

TEST_CASE("what parts two random files agrees with enumeration") {
    int compared = 0;
    int parted = 0;
    int products = 0;
    int split_facts = 0;
    int impossible = 0;
    CHECK(rc::check([&](unsigned seed) {
        std::mt19937 random(seed);
        for (int i = 0; i < 4; ++i) {
            const std::string text = oracle::random_criteria_text(random);
            const std::string other =
                i == 0 ? oracle::random_criteria_text(random) : edited(text, random);
            const Criteria first = load(text);
            const Criteria second = load(other);
            const Difference difference = compare(first, second);
            if (size_of(difference) > 4'000) continue;
            RC_LOG() << text << "\n----\n" << other;
            check_difference(first, second, difference);
            ++compared;
            impossible += difference.impossible_in_first.combinations > 0;
            split_facts +=
                difference.facts.size() > std::max(first.facts.size(), second.facts.size());
            for (const auto& determination : difference.determinations) {
                parted += determination.combinations > 0;
                for (const auto& parting : determination.partings) {
                    products += parting.region.products.size() > 1;
                }
            }
        }
    }));
    // The generator must keep making every kind of pair, or agreement means little.
    CHECK(compared > 200);
    CHECK(parted > 80);
    CHECK(products > 40);
    CHECK(split_facts > 15);
    CHECK(impossible > 10);
}

TEST_CASE("a file does not part from itself") {
    const Criteria criteria = load(shipped_text());
    const Difference difference = compare(criteria, criteria);
    CHECK_FALSE(difference.any());
    CHECK(difference.combinations == 98'304U);
    CHECK(difference.compared < difference.combinations);
    CHECK(difference.facts_changed.empty());
    for (const auto& determination : difference.determinations) {
        CHECK(determination.combinations == 0U);
        CHECK_FALSE(determination.outcomes_changed);
    }
}

TEST_CASE("the literal reading parts from the statutory one where a child died without concern") {
    const std::string text = shipped_text();
    const std::string concerned = " and working_together = concern\"";
    const Criteria statutory = load(text);
    const Criteria literal = load(replaced(
        replaced(text, "\"child and abused and died\"", "\"child and abused and died" + concerned),
        "\"child_harmed and abused and working_together != no_concern_definitive\"",
        "\"child_harmed and abused" + concerned));
    const Difference difference = compare(statutory, literal);
    CHECK(difference.any());
    CHECK(difference.facts_changed.empty());
    CHECK(difference.compared == compare(statutory, statutory).compared);
    REQUIRE(difference.determinations.size() == 2U);
    CHECK(difference.determinations[1].partings.empty());
    const auto& review = difference.determinations[0];
    REQUIRE(review.partings.size() == 1U);
    const Parting& parting = review.partings[0];
    CHECK(statutory.determinations[0].outcomes[parting.first].id == "scr_required");
    CHECK(literal.determinations[0].outcomes[parting.second].id == "scr_consider");
    CHECK(parting.region.combinations == review.combinations);
    const std::string abused = "abuse_or_neglect in (known, suspected)";
    const std::string harmed = "born_alive = yes and age_when_harmed < 18 and " + abused + " and ";
    const std::string died = "born_alive = yes and " + abused +
                             " and died = yes and working_together in (not_established, "
                             "no_concern, no_concern_definitive) and setting = none and "
                             "detained_mha = no";
    CHECK(expressions(difference, parting.region) ==
          std::vector<std::string>{
              "age >= 18 and " + harmed +
                  "seriously_harmed = yes and working_together in (not_established, no_concern)",
              harmed + "died = no and seriously_harmed = yes and working_together in "
                       "(not_established, no_concern)",
              "age < 16 and " + died,
              "age < 18 and " + died + " and deprived_of_liberty_mca = no",
          });
}

TEST_CASE("a threshold that moves is told in the numbers between the two") {
    using scr::criteria::test::criteria_with;
    const Criteria first =
        criteria_with(std::string(advice) + criterion("raining and degrees < 10"));
    const Criteria second =
        criteria_with(std::string(advice) + criterion("raining and degrees < 15"));
    const Difference difference = compare(first, second);
    REQUIRE(difference.determinations.size() == 1U);
    REQUIRE(difference.determinations[0].partings.size() == 1U);
    const Region& region = difference.determinations[0].partings[0].region;
    CHECK(expressions(difference, region) ==
          std::vector<std::string>{"raining = yes and degrees >= 10 and degrees < 15"});
    // Told apart are: raining, a storm, and below 5, 10, 15, 41 degrees.
    CHECK(difference.combinations == 2U * 2U * 5U);
    CHECK(difference.compared == 2U * (2U * 5U - 1U));
    CHECK(region.combinations == 2U);
    CHECK(region.products[0].combinations == 2U);
    CHECK(answers_of(difference.facts[2], region.products[0].restrictions[1]) == "10 to 14");
}

TEST_CASE("a condition that a product says is named") {
    using scr::criteria::test::criteria_with;
    const Criteria first = criteria_with(std::string(advice) + criterion("cold and wind = breeze"));
    const Criteria second = criteria_with(advice);
    const Difference difference = compare(first, second);
    const Region& region = difference.determinations.at(0).partings.at(0).region;
    REQUIRE(region.products.size() == 1U);
    const Product& product = region.products[0];
    CHECK(expression_of(difference.facts, product) == "wind = breeze and degrees < 5");
    REQUIRE(product.conditions.size() == 1U);
    CHECK(first.conditions[product.conditions[0].condition].id == "cold");
    CHECK(product.conditions[0].holds);
    CHECK(product.beside == std::vector<std::size_t>{0});
}

TEST_CASE("a product names no answer that is impossible beside the rest of it") {
    using scr::criteria::test::criteria_with;
    const std::string impossible =
        "[[impossible]]\nwhen = \"raining and degrees < 0\"\ntext = \"It snows\"\n"
        "[[impossible]]\nwhen = \"not raining and wind = storm\"\ntext = \"Storms are wet\"\n";
    const Criteria first =
        criteria_with(impossible + criterion("raining and (degrees < 0 or degrees >= 10)"));
    const Criteria second = criteria_with(impossible);
    const Difference difference = compare(first, second);
    const Region& region = difference.determinations.at(0).partings.at(0).region;
    CHECK(expressions(difference, region) ==
          std::vector<std::string>{"raining = yes and degrees >= 10"});
    CHECK(answers_of(difference.facts[2], region.products[0].restrictions[1]) == "10 or more");
    // A fact of which no answer need be named stays unnamed, possible or not.
    const Criteria windy = criteria_with(impossible + criterion("wind = storm"));
    const Difference other = compare(windy, second);
    CHECK(expressions(other, other.determinations.at(0).partings.at(0).region) ==
          std::vector<std::string>{"wind = storm"});
}

TEST_CASE("a condition that the files define differently is no word for a product") {
    using scr::criteria::test::criteria_with;
    const auto cold = [](int below) {
        return fmt::format(
            "[condition.cold]\nwhen = \"degrees < {0}\"\ntext = \"It is cold\"\n"
            "[condition.bitter]\nwhen = \"cold and wind = breeze\"\ntext = \"It is bitter\"\n"
            "[condition.frost]\nwhen = \"degrees < 5\"\ntext = \"It is below five\"\n",
            below);
    };
    const Criteria first = criteria_with(cold(5) + criterion("bitter and raining"));
    const Criteria second = criteria_with(cold(3));
    const Difference difference = compare(first, second);
    const Region& region = difference.determinations.at(0).partings.at(0).region;
    REQUIRE(region.products.size() == 1U);
    const Product& product = region.products[0];
    CHECK(expression_of(difference.facts, product) ==
          "raining = yes and wind = breeze and degrees < 5");
    std::vector<std::string> named;
    for (const auto& part : product.conditions) {
        named.push_back(first.conditions[part.condition].id);
    }
    CHECK(named == std::vector<std::string>{"wet", "frost"});
    CHECK(product.beside == std::vector<std::size_t>{1});
}

TEST_CASE("facts are matched by name and each change of one is said") {
    using scr::criteria::test::weather;
    const std::string text(weather);
    const std::string changed = replaced(
        replaced(replaced(text, "\"storm\"]", "\"storm\", \"gale\"]\nif_blank = \"none\""),
                 "range = [-50, 60]", "range = [-40, 50]\nif_unknown = 0"),
        "[fact.raining]", "[fact.snowing]\ntype = \"yes_no\"\nask = \"?\"\n[fact.raining]");
    const Criteria first = load(text);
    const Criteria second = load(changed);
    const Difference difference = compare(first, second);
    CHECK(difference.any());
    CHECK(difference.facts_removed.empty());
    REQUIRE(difference.facts_added.size() == 1U);
    CHECK(second.facts[difference.facts_added[0]].id == "snowing");
    std::vector<std::string> changes;
    for (const auto& fact : difference.facts_changed) {
        for (const auto& change : fact.changes) {
            changes.push_back(fmt::format("{} {}: {} | {}", first.facts[fact.first].id, change.what,
                                          change.first, change.second));
        }
    }
    CHECK(changes ==
          std::vector<std::string>{"wind choices: none, breeze, storm | none, breeze, storm, gale",
                                   "wind if_blank:  | none", "degrees range: -50 to 60 | -40 to 50",
                                   "degrees if_unknown:  | 0"});
    // Of a changed fact the answers that both know are compared.
    const auto wind = std::find_if(difference.facts.begin(), difference.facts.end(),
                                   [](const Fact& fact) { return fact.id == "wind"; });
    CHECK(wind->choices == std::vector<std::string>{"none", "breeze", "storm"});
    CHECK(compare(second, first).facts_removed.size() == 1U);
}

TEST_CASE("a reordered list of answers is no change and a reordered list of outcomes is one") {
    using scr::criteria::test::weather;
    const std::string text(weather);
    const Criteria first = load(text);
    CHECK_FALSE(
        compare(first, load(replaced(text, "\"breeze\", \"storm\"", "\"storm\", \"breeze\"")))
            .any());
    const std::string conditions = "[condition.airy]\ntext = \"t\"\nwhen = \"wind != none\"\n";
    CHECK_FALSE(
        compare(load(text + conditions),
                load(replaced(text + conditions, "\"breeze\", \"storm\"", "\"storm\", \"breeze\"")))
            .any());
    const Difference reordered = compare(
        first, load(replaced(text, "{ id = \"coat\", label = \"A coat\" }, { id = \"nothing\" }",
                             "{ id = \"nothing\" }, { id = \"coat\" }")));
    CHECK(reordered.any());
    CHECK(reordered.determinations.at(0).outcomes_changed);
    CHECK(reordered.determinations.at(0).partings.empty());
}

TEST_CASE("what only one file calls impossible is left out and counted") {
    using scr::criteria::test::criteria_with;
    const Criteria first = criteria_with(advice);
    const Criteria second =
        criteria_with("[condition.cold]\nwhen = \"degrees < 5\"\ntext = \"t\"\n");
    const Difference difference = compare(first, second);
    CHECK(difference.any());
    CHECK(difference.impossible_in_second.combinations == 0U);
    CHECK(expressions(difference, difference.impossible_in_first) ==
          std::vector<std::string>{"wind = storm and degrees >= 41"});
    CHECK(difference.compared + difference.impossible_in_first.combinations ==
          difference.combinations);
    CHECK(difference.determinations.at(0).partings.empty());
}
