#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "criteria/small_criteria.hpp"

namespace scr::criteria {
namespace {

using test::criteria_with;
using test::Faults;
using test::faults_of;

std::string content_of(const std::string& path) {
    std::ifstream file(std::string(SCR_SOURCE_DIR "/") + path, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The weather with one line of it written differently.
Faults faults_after(std::string_view line, std::string_view instead) {
    std::string text(test::weather);
    const std::size_t at = text.find(line);
    REQUIRE(at != std::string::npos);
    text.replace(at, line.size(), instead);
    Faults faults;
    for (const Diagnostic& d : criteria_toml::load(text, "weather.toml").result.diagnostics)
        faults.push_back(d.message);
    return faults;
}

std::string criterion(std::string_view rest) {
    return fmt::format("[[criterion]]\nid = \"rain\"\ntext = \"?\"\nwhen = \"wet\"\n{}\n", rest);
}

}  // namespace

TEST_CASE("a file is read with all that it may say") {
    const Criteria criteria = criteria_with(R"toml(
[source.met]
title = "The Met Act"
url = "https://example.org/met"
[[source.met.provision]]
id = "1: (a)"
says = "take a coat"
[[source.met.provision]]
id = "2"
out_of_scope = "about hats"
[source.lore]
title = "Lore"
unverified = true
[[impossible]]
when = "raining and degrees < -20"
text = "Too cold for rain"
[[criterion]]
id = "rain"
determination = "advice"
outcome = "coat"
when = "wet"
text = "It is wet"
cite = ["met: 1: (a)", "lore"]
force = "statutory"
eye = "look outside"
[[deadline]]
id = "dry"
within = "5 working days"
from = "became_aware_on"
until = "dried_on"
when = "advice = coat"
owner = "the walker"
cite = ["met"]
[[review_kind]]
id = "walk"
label = "A walk"
after = ["coat"]
published = "no"
[decision]
recommended_by = "the group"
decided_by = "the guide"
[publication]
available_for = "2 years"
[[example]]
name = "A storm"
facts = { raining = true, wind = "storm", degrees = 12 }
expect = { advice = "coat" }
[[example]]
facts = { wind = "unknown" }
expect = { advice = "undetermined" }
[[property]]
text = "Rain means a coat"
claim = "raining implies advice = coat"
)toml");
    CHECK(criteria.id == "weather");
    CHECK(criteria.jurisdiction == "Nowhere");
    CHECK(criteria.in_force_from.empty());
    REQUIRE(criteria.criteria.size() == 1);
    const Criterion& rain = criteria.criteria[0];
    CHECK(rain.outcome == 0);
    CHECK(rain.force == Force::statutory);
    CHECK(rain.eye == "look outside");
    CHECK(rain.when_text == "wet");
    CHECK(criteria.citations_text(rain.cite) == "The Met Act, 1: (a); Lore (unverified)");
    CHECK(criteria.sources[0].provisions[1].out_of_scope == "about hats");
    CHECK(criteria.impossible.at(0).text == "Too cold for rain");
    const DeadlineRule& deadline = criteria.deadlines.at(0);
    CHECK(deadline.within == "5 working days");
    CHECK(deadline.until == "dried_on");
    CHECK(deadline.when.value().kind == Test::Kind::outcome);
    CHECK(deadline.force == Force::guidance);
    CHECK(criteria.review_kind("walk")->published == "no");
    CHECK(criteria.review_kind("run") == nullptr);
    CHECK(criteria.decided_by == "the guide");
    CHECK(criteria.available_for == "2 years");
    CHECK(criteria.determinations[0].outcomes[1].label == "nothing");
    const Example& storm = criteria.examples.at(0);
    CHECK(storm.facts == Answers{Answer::given(0), Answer::given(2), Answer::given(12)});
    CHECK(storm.expect.at(0) == 0);
    const Example& open = criteria.examples.at(1);
    CHECK(open.name == "example 2");
    CHECK(open.facts == Answers{Answer::blank(), Answer::unknown(), Answer::blank()});
    CHECK_FALSE(open.expect.at(0).has_value());
    CHECK(criteria.claims.at(0).text == "Rain means a coat");
}

TEST_CASE("the head of the file is checked") {
    CHECK(faults_after("id = \"weather\"", "").front() == "`criteria` has no `id`");
    CHECK(faults_after("id = \"weather\"", "id = \"Weather 1\"") ==
          Faults{"not an id of a file: `Weather 1`"});
    CHECK(faults_after("id = \"weather\"", "id = \"weather-2\"").empty());
    CHECK(faults_after("\"incident_on\"", "\"incident\"") == Faults{"unknown date `incident`"});
    CHECK(faults_after("\"incident_on\"", "\"date_of_birth\"") ==
          Faults{"unknown date `date_of_birth`"});
    CHECK(faults_after("kind = \"walk\"", "kind = \"walk\"\ntempo = 3") ==
          Faults{"unknown key `tempo` in `criteria`"});
    CHECK(
        faults_after("kind = \"walk\"", "kind = \"walk\"\nin_force = { to = 2015-01-31 }").empty());
    CHECK(faults_after("kind = \"walk\"",
                       "kind = \"walk\"\nin_force = { from = 2015-02-01, to = 2015-01-31 }") ==
          Faults{"the file is in force until before it begins"});
    CHECK(faults_after("kind = \"walk\"", "kind = \"walk\"\nin_force = { to = \"2015-01-31\" }") ==
          Faults{"`to` must be a date such as 2015-03-26, without quotes"});
    CHECK(faults_after("kind = \"walk\"",
                       "kind = \"walk\"\nin_force = { to = 2015-01-31T10:00:00Z }") ==
          Faults{"`to` must be a date such as 2015-03-26, without quotes"});
}

TEST_CASE("an empty file is told what it lacks") {
    Faults faults;
    for (const Diagnostic& d : criteria_toml::load("", "empty.toml").result.diagnostics)
        faults.push_back(d.message);
    CHECK(faults == Faults{"the file has no `[criteria]`", "the file has no fact",
                           "the file has no determination"});
}

TEST_CASE("unknown tables and tables of the wrong shape are refused") {
    CHECK(faults_of("[[criteron]]\nid = \"a\"") ==
          Faults{"1:3 unknown key `criteron` in the file"});
    CHECK(faults_of("[criterion.rain]\nid = \"a\"") ==
          Faults{"1:1 `criterion` must be a list of tables"});
    CHECK(faults_of("[[decision]]") == Faults{"1:1 `decision` must be a table"});
    CHECK(faults_of("[source]\nmet = 3") == Faults{"2:1 `met` is no source"});
    CHECK(faults_of("[[source.a]]") == Faults{"1:10 `a` is no source"});
}

TEST_CASE("determinations and their outcomes are checked") {
    const auto determination = [](std::string_view outcomes, std::string_view otherwise) {
        return fmt::format("[determination.d]\nask = \"?\"\noutcomes = [{}]\notherwise = \"{}\"\n",
                           outcomes, otherwise);
    };
    CHECK(faults_of(determination("", "a")) == Faults{"3:12 determination `d` has no outcomes"});
    CHECK(faults_of(determination("{id = \"a\"}", "b")) ==
          Faults{"4:14 unknown outcome of `d`: `b`"});
    CHECK(faults_of(determination("{id = \"a\"}, {id = \"a\"}", "a")) ==
          Faults{"3:32 two of the same id: outcome `a`"});
    CHECK(faults_of(determination("{id = \"undetermined\"}", "undetermined")) ==
          Faults{"3:19 `undetermined` cannot be the id of an outcome"});
    CHECK(faults_of("[determination.d]\nask = \"?\"\notherwise = \"a\"\n"
                    "[[property]]\nclaim = \"d = a\"") ==
          Faults{"1:1 determination `d` has no `outcomes`"});
    const auto many = [&](int count) {
        std::string outcomes;
        for (int i = 0; i < count; ++i) outcomes += fmt::format("{{id = \"o{}\"}},", i);
        return faults_of(determination(outcomes, "o0"));
    };
    CHECK(many(60).empty());
    CHECK(many(61) == Faults{"3:12 determination `d` has 61 outcomes"});
}

TEST_CASE("criteria are checked") {
    CHECK(faults_of(criterion("determination = \"advice\"\noutcome = \"coat\"")).empty());
    CHECK(faults_of(criterion("determination = \"advice\"\noutcome = \"nothing\"")).empty());
    CHECK(faults_of(criterion("determination = \"advise\"\noutcome = \"cot\"")) ==
          Faults{"5:18 unknown determination `advise`"});
    CHECK(faults_of(criterion("determination = \"advice\"\noutcome = \"cot\"\nforce = \"law\"")) ==
          Faults{"6:12 unknown outcome of `advice`: `cot`", "7:10 unknown force `law`"});
    CHECK(faults_of(criterion("determination = \"advice\"")) ==
          Faults{"1:1 criterion `rain` has no `outcome`"});
    const std::string good = criterion("determination = \"advice\"\noutcome = \"coat\"");
    CHECK(faults_of(good + good) == Faults{"8:7 two of the same id: criterion `rain`"});
    CHECK(faults_of("[[criterion]]\nid = \"Rain!\"\n") ==
          Faults{"1:1 criterion `Rain!` has no `determination`",
                 "1:1 criterion `Rain!` has no `outcome`", "1:1 criterion `Rain!` has no `when`",
                 "1:1 criterion `Rain!` has no `text`", "2:7 not an id: `Rain!`"});
}

TEST_CASE("citations name a source and one of its provisions") {
    const auto citing = [](std::string_view cite) {
        return criterion(
            fmt::format("determination = \"advice\"\noutcome = \"coat\"\ncite = [\"{}\"]\n"
                        "[source.met]\ntitle = \"Met\"\n[[source.met.provision]]\nid = \"1(a)\"",
                        cite));
    };
    CHECK(faults_of(citing("met: 1(a)")).empty());
    CHECK(faults_of(citing("mett: 1(a)")) == Faults{"7:10 unknown source `mett`"});
    CHECK(faults_of(citing("met:  1(b)")) == Faults{"7:16 unknown provision of `met`: `1(b)`"});
}

TEST_CASE("deadlines are checked") {
    const auto deadline = [](std::string_view within, std::string_view from) {
        return fmt::format("[[deadline]]\nid = \"d\"\nwithin = \"{}\"\nfrom = \"{}\"\n", within,
                           from);
    };
    for (const char* const good :
         {"1 working day", "5 working days", "14 days", "1 week", "6 months", "1000 years"}) {
        CAPTURE(good);
        CHECK(faults_of(deadline(good, "opened_on")).empty());
    }
    for (const char* const bad : {"5", "days", "0 days", "05 days", "-1 days", "5  days",
                                  "5 fortnights", "1001 days", "5 dayss", "five days"}) {
        CAPTURE(bad);
        CHECK(faults_of(deadline(bad, "opened_on")) ==
              Faults{fmt::format("3:11 not a length of time: `{}`", bad)});
    }
    CHECK(faults_of(deadline("1 day", "closed_on")) ==
          Faults{"4:9 `from` of deadline `d` cannot be `closed_on`"});
    CHECK(faults_of(deadline("1 day", "opened_on") + "until = \"Done!\"") ==
          Faults{"5:10 not a name: `Done!`"});
    CHECK(faults_of(deadline("1 day", "opened_on") + "when = \"raining implies wet\"") ==
          Faults{"5:17 `implies` stands only in claims"});
    CHECK(faults_of("[publication]\navailable_for = \"a year\"") ==
          Faults{"2:18 not a length of time: `a year`"});
}

TEST_CASE("review kinds name outcomes that exist") {
    CHECK(faults_of(
              "[[review_kind]]\nid = \"r\"\nafter = [\"coat\", \"cot\"]\npublished = \"maybe\"") ==
          Faults{"3:19 unknown outcome `cot`",
                 "4:14 `published` of review kind `r` cannot be `maybe`"});
}

TEST_CASE("examples are read by the rules of cells") {
    CHECK(faults_of("[[example]]\nfacts = { rainin = \"yes\", wind = \"strom\", degrees = 61, "
                    "raining = 1.5 }\nexpect = { advise = \"coat\", advice = \"cot\" }") ==
          Faults{"2:11 unknown fact `rainin`", "2:34 unknown answer for `wind`: `strom`",
                 "2:53 out of range: `degrees`",
                 "2:67 `raining` must be a text, a whole number, true or false",
                 "3:12 unknown determination `advise`", "3:39 unknown outcome of `advice`: `cot`"});
}

TEST_CASE("a fault within a text points at its bytes also behind escapes") {
    CHECK(faults_of("[condition.c]\ntext = \"?\"\nwhen = \"\\u0077et\\tand rainng\"") ==
          Faults{"3:23 unknown fact `rainng`"});
    CHECK(faults_of("[condition.c]\ntext = \"?\"\nwhen = '''\nwet\n  and rainng'''") ==
          Faults{"5:7 unknown fact `rainng`"});
    CHECK(faults_of("[condition.c]\ntext = \"é?\"\nwhen = \"\"\"wet \\\n   and rainng\"\"\"") ==
          Faults{"4:8 unknown fact `rainng`"});
}

TEST_CASE("the same cause is not reported twice") {
    CHECK(faults_of("[fact.a]\ntype = \"chioce\"\nask = \"?\"\n[condition.c]\nwhen = \"a = b and "
                    "c2\"\ntext = \"?\"\n[condition.c2]\nwhen = \"a and\"\ntext = \"?\"\n"
                    "[[example]]\nfacts = {a = \"x\"}\nexpect = {advice = \"coat\"}\n") ==
          Faults{"2:9 unknown type `chioce`",
                 "8:14 the expression ends where a fact, a condition, `not` or `(` should follow"});
}

TEST_CASE("the shipped criteria load without a fault") {
    for (const auto& file : std::filesystem::directory_iterator(SCR_SOURCE_DIR "/data/criteria")) {
        if (!file.is_regular_file()) continue;
        const std::string name = file.path().filename();
        CAPTURE(name);
        const auto loaded = criteria_toml::load(content_of("data/criteria/" + name), name);
        for (const Diagnostic& diagnostic : loaded.result.diagnostics)
            FAIL_CHECK(render(diagnostic, loaded.document));
        CHECK(loaded.result.criteria.has_value());
    }
}

TEST_CASE("five errors in a file are five diagnostics") {
    const auto loaded =
        criteria_toml::load(content_of("tests/data/criteria/five-errors.toml"), "five-errors.toml");
    CHECK(loaded.result.diagnostics.size() == 5);
    CHECK_FALSE(loaded.result.criteria.has_value());
}

}  // namespace scr::criteria
