#include "scr/criteria/coverage.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "criteria/small_criteria.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria/cases.hpp"

namespace scr::criteria::test {
namespace {

using Path = std::filesystem::path;

/// `coat` when it is wet and not too warm for one.
constexpr std::string_view coat = R"toml(
[[criterion]]
id = "wet_and_cool"
determination = "advice"
outcome = "coat"
when = "wet and degrees < 25"
text = "It is wet and cool"
)toml";

std::string side_text(const Criteria& criteria, const ConditionSide& side) {
    if (side.example) return criteria.examples[*side.example].name;
    return side.obstacle ? std::string(to_text(side.obstacle->kind)) : "missing";
}

/// Each condition as `label: how it is shown to hold, how to fail`.
std::vector<std::string> covered(const std::string& addition) {
    const Criteria criteria = criteria_with(addition);
    std::vector<std::string> lines;
    for (const auto& entry : measure_coverage(criteria, Screener(criteria))) {
        lines.push_back(fmt::format("{}: {}, {}", entry.condition.label(),
                                    side_text(criteria, entry.holds),
                                    side_text(criteria, entry.fails)));
    }
    return lines;
}

std::string example(std::string_view name, std::string_view facts, std::string_view advice) {
    return fmt::format(
        "[[example]]\nname = \"{}\"\nfacts = {{ {} }}\nexpect = {{ advice = \"{}\" }}\n", name,
        facts, advice);
}

std::string text_of(const Path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Path> shipped_files() {
    std::vector<Path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(Path(SCR_SOURCE_DIR) / "data/criteria")) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    return files;
}

}  // namespace

TEST_CASE("the conditions are the named ones and the comparisons in file order") {
    CHECK(covered(std::string(coat)) == Faults{"wet: missing, missing", "raining: missing, missing",
                                               "wind = storm: missing, missing",
                                               "degrees < 25: missing, missing"});
}

TEST_CASE("an example shows the conditions on which its outcome rests") {
    CHECK(covered(std::string(coat) +
                  example("rain", "raining = \"yes\", wind = \"none\", degrees = 5", "coat") +
                  example("dry", "raining = \"no\", wind = \"none\", degrees = 5", "nothing")) ==
          Faults{"wet: rain, dry", "raining: rain, dry", "wind = storm: missing, dry",
                 "degrees < 25: rain, missing"});
}

TEST_CASE("a condition beside another that suffices is not shown") {
    CHECK(covered(std::string(coat) +
                  example("both", "raining = \"yes\", wind = \"storm\", degrees = 5", "coat")) ==
          Faults{"wet: both, missing", "raining: missing, missing",
                 "wind = storm: missing, missing", "degrees < 25: both, missing"});
}

TEST_CASE("an undetermined example counts where turning a condition would settle it") {
    CHECK(
        covered(std::string(coat) +
                example("warmth unknown", "raining = \"yes\", wind = \"none\"", "undetermined")) ==
        Faults{"wet: warmth unknown, missing", "raining: warmth unknown, missing",
               "wind = storm: missing, missing", "degrees < 25: missing, missing"});
}

TEST_CASE("an example shows nothing of a determination that it does not speak of") {
    const std::string other = R"toml(
[determination.shoes]
ask = "Which shoes?"
outcomes = [ { id = "boots" }, { id = "sandals" } ]
otherwise = "sandals"
[[criterion]]
id = "wet_feet"
determination = "shoes"
outcome = "boots"
when = "raining"
text = "It is raining"
[[example]]
name = "of coats alone"
facts = { raining = "yes", wind = "none", degrees = 30 }
expect = { advice = "nothing" }
)toml";
    CHECK(covered(std::string(coat) + other) ==
          Faults{"wet: missing, missing", "raining: missing, missing",
                 "wind = storm: missing, missing", "degrees < 25: missing, of coats alone"});
}

TEST_CASE("a comparison and its opposite are one condition and take the name of either") {
    const std::string addition = R"toml(
[condition.calm]
when = "wind = none"
text = "There is no wind"
[[criterion]]
id = "breezy"
determination = "advice"
outcome = "coat"
when = "wind != none and degrees < 10"
text = "It is breezy and cold"
)toml";
    CHECK(
        covered(addition + "[[criterion]]\nid = \"hot\"\ndetermination = \"advice\"\n"
                           "outcome = \"coat\"\nwhen = \"calm and degrees >= 10\"\n"
                           "text = \"It is calm and not cold\"\n") ==
        Faults{"wet: unused, unused", "calm: missing, missing", "degrees < 10: missing, missing"});
}

TEST_CASE("what cannot be shown is told apart by its reason") {
    const auto criterion = [](std::string_view id, std::string_view when) {
        return fmt::format(
            "[[criterion]]\nid = \"{}\"\ndetermination = \"advice\"\n"
            "outcome = \"coat\"\nwhen = \"{}\"\ntext = \"t\"\n",
            id, when);
    };
    const std::string wet = criterion("wet_weather", "wet");
    CHECK(covered(criterion("cold", "degrees < 0") + criterion("freezing", "degrees < -9")) ==
          Faults{"wet: unused, unused", "degrees < 0: missing, missing",
                 "degrees < -9: coupled, missing"});
    CHECK(covered(wet + criterion("rain", "raining and degrees < 0")) ==
          Faults{"wet: missing, missing", "raining: missing, missing",
                 "wind = storm: missing, missing", "degrees < 0: masked, masked"});
    CHECK(covered(wet + "[[impossible]]\nwhen = \"wind = storm and raining\"\ntext = \"t\"\n"
                        "[[impossible]]\nwhen = \"wind = storm\"\ntext = \"t\"\n") ==
          Faults{"wet: missing, missing", "raining: missing, missing",
                 "wind = storm: constant, missing"});
    CHECK(
        covered(wet + "[[impossible]]\nwhen = \"wind = storm and not raining\"\ntext = \"t\"\n") ==
        Faults{"wet: missing, missing", "raining: missing, missing",
               "wind = storm: impossible, missing"});
}

TEST_CASE("cases differ at the boundary and in the words of the file") {
    const Criteria criteria = criteria_with(coat);
    const Cases cases = generate_cases(criteria, Screener(criteria));
    const auto pair = std::find_if(cases.pairs.begin(), cases.pairs.end(), [&](const auto& p) {
        return cases.conditions[p.condition].label() == "degrees < 25";
    });
    REQUIRE(pair != cases.pairs.end());
    CHECK(cases.cases[pair->holds].answers[2] == Answer::given(24));
    CHECK(cases.cases[pair->fails].answers[2] == Answer::given(25));
    CHECK(cases_toml(criteria, cases).find(R"(facts  = { raining = "yes", degrees = 25 })") !=
          std::string::npos);
}

TEST_CASE("the cases of each shipped file pass when they are put into it and cover it") {
    const auto files = shipped_files();
    CHECK(files.size() >= 9);
    for (const Path& path : files) {
        CAPTURE(path.filename().string());
        const std::string text = text_of(path);
        const auto before = criteria_toml::load(text, "before.toml").result.criteria.value();
        const Cases cases = generate_cases(before, Screener(before));
        const std::string whole = text + "\n" + cases_toml(before, cases);
        const auto after = criteria_toml::load(whole, "after.toml").result.criteria.value();
        CHECK(after.examples.size() == before.examples.size() + cases.cases.size());
        const Screener screener(after);
        CHECK(run_examples(after, screener).empty());
        // The written examples alone cover what can be covered.
        Criteria alone = after;
        alone.examples.erase(
            alone.examples.begin(),
            alone.examples.begin() + static_cast<std::ptrdiff_t>(before.examples.size()));
        for (const auto& entry : measure_coverage(alone, screener)) {
            CAPTURE(entry.condition.label());
            CHECK_FALSE(entry.missing());
        }
    }
}

}  // namespace scr::criteria::test
