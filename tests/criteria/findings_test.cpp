#include "scr/criteria/findings.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "criteria/small_criteria.hpp"

using namespace scr::criteria;

namespace {

/// One finding a line: kind, message, note, record.
std::vector<std::string> findings_of(const Criteria& criteria) {
    const Screener screener(criteria);
    std::vector<std::string> lines;
    for (const FileFinding& finding : check_file(criteria, screener)) {
        std::string line = fmt::format("{}: {} ({})", to_text(finding.kind),
                                       finding.diagnostic.message, finding.diagnostic.note);
        if (finding.record)
            line += fmt::format(" [{}: {}]", finding.record->facts, finding.record->outcomes);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Those about the weather with the addition, less what the weather itself lacks.
std::vector<std::string> findings_with(std::string_view addition) {
    auto lines = findings_of(test::criteria_with(addition));
    std::erase_if(lines, [](const std::string& line) {
        return line.starts_with("unused_") || line.starts_with("uncited_criterion");
    });
    return lines;
}

std::string criterion(std::string_view id, std::string_view outcome, std::string_view when,
                      std::string_view more = "") {
    return fmt::format(
        "[[criterion]]\nid = \"{}\"\ndetermination = \"advice\"\noutcome = \"{}\"\nwhen = \"{}\"\n"
        "text = \"t\"\n{}\n",
        id, outcome, when, more);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a criterion that another of the same or a stronger outcome always joins") {
    CHECK(findings_with(criterion("wide", "coat", "wet") +
                        criterion("narrow", "coat", "raining and degrees < 5")) ==
          Lines{"criterion_implies: criterion `narrow` never decides: whenever it holds, `wide` "
                "holds too (both call for `coat`) [raining = yes, degrees = -50: advice = coat]"});
    CHECK(
        findings_with(criterion("wide", "coat", "wet") + criterion("none", "nothing", "raining")) ==
        Lines{"criterion_implies: criterion `none` never decides: whenever it holds, `wide` holds "
              "too (`wide` calls for the stronger outcome `coat`) [raining = yes: advice = coat]"});
    const auto lines =
        findings_with(criterion("wide", "nothing", "wet") + criterion("narrow", "coat", "raining"));
    REQUIRE(lines.size() == 1);
    CHECK(
        lines[0].starts_with("criterion_never_decides: criterion `wide` never decides: `nothing` "
                             "is the `otherwise` of `advice`"));
}

TEST_CASE("a criterion with an eye may stay although it never decides") {
    const std::string wide = criterion("wide", "coat", "wet");
    CHECK(findings_with(wide + criterion("look", "coat", "raining", "eye = \"Look\"")).empty());
    CHECK(
        findings_with(criterion("look", "coat", "wet", "eye = \"Look\"") + wide) ==
        Lines{"criterion_implies: criterion `wide` never decides: whenever it holds, `look` holds "
              "too (both call for `coat`) [raining = yes: advice = coat]"});
}

TEST_CASE("a criterion that several others cover together") {
    CHECK(
        findings_with(criterion("cold", "coat", "degrees < 10") +
                      criterion("warm", "coat", "degrees >= 10 and wet") +
                      criterion("damp", "coat", "wet")) ==
        Lines{"criterion_implies: criterion `warm` never decides: whenever it holds, `damp` holds "
              "too (both call for `coat`) [raining = yes, degrees = 10: advice = coat]"});
    CHECK(
        findings_with(criterion("cold", "coat", "degrees < 10 and raining") +
                      criterion("wind", "coat", "wind != none and degrees >= 10") +
                      criterion("both", "coat", "raining and wind = breeze")) ==
        Lines{"criterion_never_decides: criterion `both` never decides: whenever it holds, `cold` "
              "or `wind` holds too (each of them calls for the same outcome or a stronger one) "
              "[raining = yes, wind = breeze: advice = coat]"});
}

TEST_CASE("what can never hold and what is never the result") {
    CHECK(
        findings_with(criterion("never", "coat", "raining and not wet")) ==
        Lines{"criterion_never_holds: criterion `never` can never hold (no answers that can stand "
              "together meet its `when`; the example meets all of it but `not wet`) [raining = "
              "yes: advice = nothing]"});
}

TEST_CASE("a comparison that no answer turns is said where it is written and nothing else is") {
    CHECK(findings_with(criterion("always", "coat", "wet or degrees < 500")) ==
          Lines{"constant_comparison: `degrees < 500` holds whatever `degrees` is (`degrees` is a "
                "whole number from -50 to 60) [degrees = 60: advice = coat]"});
    CHECK(findings_with(criterion("never", "coat", "wet and degrees > 90")) ==
          Lines{"constant_comparison: `degrees > 90` fails whatever `degrees` is (`degrees` is a "
                "whole number from -50 to 60) [degrees = 60: advice = nothing]"});
    CHECK(
        findings_with(
            criterion("all", "coat", "raining or wind in (none, breeze, storm) or degrees < 5")) ==
        Lines{"constant_comparison: `wind in (none, breeze, storm)` holds whatever `wind` is (the "
              "answers to `wind` are none, breeze, storm) [wind = none: advice = coat]"});
}

TEST_CASE("what has another cause too is said beside a constant comparison") {
    const auto lines =
        findings_with(criterion("cold", "coat", "degrees < 5 or wet or degrees < -70") +
                      criterion("odd", "coat", "raining and not wet or degrees > 90 and wet"));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("constant_comparison: `degrees < -70` fails"));
    CHECK(lines[1].starts_with("constant_comparison: `degrees > 90` fails"));
    const auto more =
        findings_with(criterion("cold", "coat", "degrees < 5 or degrees < -70 or wet") +
                      criterion("odd", "coat", "raining and not wet"));
    REQUIRE(more.size() == 2);
    CHECK(more[0].starts_with("constant_comparison: `degrees < -70` fails"));
    CHECK(more[1].starts_with("criterion_never_holds: criterion `odd` can never hold"));
}

TEST_CASE("what is impossible may settle a comparison except where it is made impossible") {
    const std::string rule = criterion("hot", "coat", "wet and degrees > 45") +
                             criterion("cold", "coat", "degrees < 5 and raining");
    CHECK(findings_with(rule + "[[impossible]]\nwhen = \"degrees > 40\"\ntext = \"Too hot\"\n") ==
          Lines{"constant_comparison: `degrees > 45` fails whatever `degrees` is (the answers that "
                "would turn it are impossible: `Too hot` excludes them) [degrees = 46: refused: "
                "Too hot]"});
    const auto lines =
        findings_with(rule + "[[impossible]]\nwhen = \"degrees > 70\"\ntext = \"t\"\n");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("constant_comparison: `degrees > 70` fails"));
}

TEST_CASE("where a constant comparison makes everything impossible that alone is said") {
    const auto lines =
        findings_with(criterion("wet", "coat", "wet or degrees < 5") +
                      "[[impossible]]\nwhen = \"degrees < 70\"\ntext = \"Too cold\"\n");
    CHECK(lines ==
          Lines{"constant_comparison: `degrees < 70` holds whatever `degrees` is (`degrees` "
                "is a whole number from -50 to 60) [nothing answered: refused: Too "
                "cold]"});
}

TEST_CASE("a fact or condition that only a claim names is of no use to the rules") {
    const auto lines = findings_of(test::criteria_with(
        criterion("warm", "coat", "degrees < 10") +
        "[[property]]\ntext = \"t\"\nclaim = \"wet implies advice in (coat, nothing)\"\n"));
    CHECK(lines.size() == 3);
    CHECK(lines.at(0).starts_with("unused_fact: nothing uses fact `raining`"));
    CHECK(lines.at(1).starts_with("unused_fact: nothing uses fact `wind`"));
    CHECK(lines.at(2).starts_with("uncited_criterion: criterion `warm`"));
}

TEST_CASE("a deadline makes use of what it names") {
    const std::string deadline =
        "[[deadline]]\nid = \"d\"\nwithin = \"1 day\"\nfrom = \"received_on\"\nwhen = \"wet\"\n";
    const auto lines =
        findings_of(test::criteria_with(criterion("warm", "coat", "degrees < 10") + deadline));
    CHECK(lines.size() == 1);
    CHECK(lines.at(0).starts_with("uncited_criterion"));
}

TEST_CASE("a provision is cited by itself or declared out of scope") {
    const std::string source =
        "[source.law]\ntitle = \"The law\"\n[[source.law.provision]]\nid = \"1\"\n"
        "[[source.law.provision]]\nid = \"2\"\nout_of_scope = \"costs\"\n"
        "[[source.law.provision]]\nid = \"3\"\n";
    const std::string rule = criterion("wet", "coat", "wet", "cite = [\"law: 1\", \"law\"]");
    CHECK(
        findings_with(rule + source) ==
        Lines{"uncited_provision: nothing cites provision `3` of `law` (so nobody can tell whether "
              "it was forgotten)"});
}

TEST_CASE("a checklist and its factors carry what they cite") {
    const std::string source =
        "[source.law]\ntitle = \"The law\"\n[[source.law.provision]]\nid = \"1\"\n"
        "[[source.law.provision]]\nid = \"2\"\n[[source.law.provision]]\nid = \"3\"\n";
    const std::string list =
        "[checklist.kit]\ntitle = \"t\"\ncite = [\"law: 1\"]\n[[checklist.kit.factor]]\n"
        "id = \"boots\"\ntext = \"t\"\ncite = [\"law: 2\"]\n";
    const auto lines = findings_with(criterion("wet", "coat", "wet") + source + list);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("uncited_provision: nothing cites provision `3`"));
}
