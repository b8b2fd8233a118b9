#include "scr/intake/map_sketch.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "intake/sample.hpp"

using namespace scr;
using namespace scr::intake;
using Texts = std::vector<std::string>;

namespace {

/// The small criteria of the sample with questions to compare with.
const criteria::Criteria& questions() {
    static const criteria::Criteria asked = [] {
        criteria::Criteria result = sample::criteria();
        result.facts[0].ask = "Has the child died?";
        result.facts[1].ask = "In which kind of custody was the child?";
        result.facts[2].ask = "How old was the child at the incident?";
        return result;
    }();
    return asked;
}

MapSketch sketch_of(const std::string& text) {
    std::istringstream stream(text);
    Survey survey;
    add_to_survey(survey, stream, {});
    return sketch_map(survey, questions());
}

std::string said_of(const std::vector<FoundValue>& values) {
    std::string text;
    for (const auto& value : values) text += fmt::format(" {}={}", value.text, value.cells);
    return text;
}

std::string likeness_of(const SketchedColumn& column) {
    switch (column.likeness) {
        case Likeness::name: return "name";
        case Likeness::spelling: return "spelling";
        case Likeness::words: return "words";
    }
    return "";
}

/// `died <- Dead (name): 1=2 2=1`.
Texts columns_of(const std::string& text) {
    Texts texts;
    for (const auto& column : sketch_of(text).columns) {
        texts.push_back(fmt::format("{} <- {} ({}):{}{}", column.name, column.header,
                                    likeness_of(column), said_of(column.codes),
                                    column.no_codes ? " too many" : ""));
    }
    return texts;
}

std::vector<std::string> forms_of(const std::string& cells) {
    return sketch_of("died_on\n" + cells).columns.at(0).dates.value().forms;
}

}  // namespace

TEST_CASE("a header is like a name whatever its case and what parts its words") {
    for (const char* const header :
         {"date_of_birth", "DateOfBirth", "DATE OF BIRTH", "date-of-birth"}) {
        CAPTURE(header);
        CHECK(columns_of(std::string(header) + "\n") ==
              Texts{fmt::format("date_of_birth <- {} (name):", header)});
    }
}

TEST_CASE("a near spelling is a guess and a far one is none") {
    CHECK(columns_of("date_of_brith,Dieed,dead,agee\n") ==
          Texts{"date_of_birth <- date_of_brith (spelling):"});
    CHECK(columns_of("settings\n") == Texts{"setting <- settings (spelling):"});
}

TEST_CASE("the words of a question are a guess where no other has them") {
    CHECK(columns_of("Custody type,Case No,DateReceived\n") ==
          Texts{"setting <- Custody type (words):", "ref <- Case No (words):",
                "received_on <- DateReceived (words):"});
    CHECK(columns_of("Custody nights,Incident,was,child,Old friend,x\n") ==
          Texts{"incident <- Incident (name):", "child <- child (name):"});
}

TEST_CASE("a name goes before a guess and nothing of ours is found twice") {
    CHECK(columns_of("Custody,Setting,SETTING\n") == Texts{"setting <- Setting (name):"});
    CHECK(columns_of("DIED,died\n") == Texts{"died <- DIED (name):"});
}

TEST_CASE("values that are not ours are codes and frequent ones come first") {
    CHECK(columns_of("Died\nyes\nNO\n1\n2\n2\nunknown\ny\nY\nY\n\n") ==
          Texts{"died <- Died (name): Y=3 2=2 1=1"});
    CHECK(columns_of("setting\nnone\nRemand\nR\n") == Texts{"setting <- setting (name): R=1"});
}

TEST_CASE("whole numbers are ours and what is too long to be a code is not shown") {
    const auto column = sketch_of("age\n7\n17\nU\n99\n").columns.at(0);
    CHECK(said_of(column.codes) == " U=1");
    CHECK(column.numbers == std::pair<std::int64_t, std::int64_t>{7, 99});
    CHECK(columns_of("age\n7\n2013-05-01\n") == Texts{"age <- age (name): too many"});
}

TEST_CASE("more values than codes can be are not shown") {
    std::string text = "died\n";
    for (int i = 100; i < 141; ++i) text += fmt::format("v{}\n", i);
    CHECK(columns_of(text) == Texts{"died <- died (name): too many"});
    CHECK(columns_of("died\n" + std::string(41, 'x') + "\n") ==
          Texts{"died <- died (name): too many"});
}

TEST_CASE("values of a column that is no fact are not there") {
    const auto sketch = sketch_of("ref,child,summary,agency\nA1,Kim,she said,N\n");
    for (const auto& column : sketch.columns) CHECK(column.codes.empty());
    CHECK(sketch.unknown.empty());
}

TEST_CASE("a column of children that may be their names is in doubt") {
    CHECK(sketch_of("child\na\n2\n").columns.at(0).is_ours());
    const auto column = sketch_of("child\na\nRobin\n").columns.at(0);
    CHECK(column.may_be_names);
    CHECK(column.in_doubt());
    CHECK_FALSE(column.is_ours());
}

TEST_CASE("of an unknown column only few and short values are there") {
    const auto unknown =
        sketch_of("Clerk,Ward,Note,Who\nAB,1,long,Kim\nab,2,AB,Kim\nC,1,x,Jo\n").unknown;
    REQUIRE(unknown.size() == 4);
    CHECK(said_of(unknown[0].codes) == " AB=2 C=1");
    CHECK(said_of(unknown[1].codes) == " 1=2 2=1");
    CHECK(unknown[2].codes.empty());
    CHECK(unknown[2].values == 3);
    CHECK(said_of(unknown[3].codes) == " Kim=2 Jo=1");
    std::string many = "Clerk\n";
    for (int i = 0; i < 13; ++i) many += fmt::format("{}\n", i);
    CHECK(sketch_of(many).unknown.at(0).codes.empty());
}

TEST_CASE("the form of dates is told where days above 12 tell it") {
    CHECK(forms_of("03/02/2026\n25/12/2026\n") == Texts{"dd/mm/yyyy"});
    CHECK(forms_of("3/2/2026\n12/25/2026\n") == Texts{"m/d/yyyy"});
    CHECK(forms_of("20260203\n") == Texts{"yyyymmdd"});
    CHECK(forms_of("2026-02-03\n") == Texts{"yyyy-mm-dd"});
    CHECK(forms_of("03/02/2026\n03/03/2026\n") == Texts{"dd/mm/yyyy", "mm/dd/yyyy"});
    CHECK(forms_of("soon\n").empty());
    CHECK_FALSE(sketch_of("died_on\n\n").columns.at(0).dates);
}

TEST_CASE("one slip does not tell two orders apart") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "03/02/2026\n";
    CHECK(forms_of(text + "13/02/2026\n02/13/2026\n") == Texts{"dd/mm/yyyy", "mm/dd/yyyy"});
    CHECK(forms_of(text + "25/12/2026\n") == Texts{"dd/mm/yyyy"});
}

TEST_CASE("what is ours needs no table and facts without a header are told") {
    const auto sketch = sketch_of("Died,setting,died_on\nyes,none,2026-02-03\n");
    for (const auto& column : sketch.columns) CHECK(column.is_ours());
    REQUIRE(sketch.absent.size() == 1);
    CHECK(sketch.absent[0]->id == "age");
    CHECK_FALSE(sketch_of("Died\n1\n").columns.at(0).is_ours());
    CHECK_FALSE(sketch_of("died on\n2026-02-03\n").columns.at(0).is_ours());
    CHECK_FALSE(sketch_of("died_on\n03/02/2026\n").columns.at(0).is_ours());
}
