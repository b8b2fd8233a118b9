#include "intake/csv_records.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "intake/sample.hpp"
#include "scr/failure.hpp"

using namespace scr;
using namespace scr::intake;
using sample::only_refusal;
using sample::read_texts;
using Texts = std::vector<std::string>;

namespace {

Failure failure_of(const std::string& text, ReadOptions options = {}) {
    try {
        sample::read_all(text, std::move(options));
    } catch (const Failure& failure) {
        return failure;
    }
    throw std::logic_error("nothing was refused");
}

std::string message_of(const std::string& text, ReadOptions options = {}) {
    return failure_of(text, std::move(options)).what();
}

}  // namespace

TEST_CASE("cells go to the facts and columns of the header in any order") {
    CHECK(read_texts("age,ref,died,setting\n7,A1,yes,remand\n") ==
          Texts{"2 ref=A1 died=yes setting=remand age=7"});
    CHECK(read_texts("ref,died\nA1,unknown\nA2,\n") == Texts{"2 ref=A1 died=unknown", "3 ref=A2"});
}

TEST_CASE("letter case and spaces of header and cells are passed over") {
    CHECK(read_texts(" Ref , DIED\n A1 , YES \n") == Texts{"2 ref=A1 died=yes"});
}

TEST_CASE("every reserved column has a place") {
    const auto results = sample::read_all(
        "died,ref,agency,child,incident,received_on,incident_on,died_on,harmed_on,became_aware_on,"
        "date_of_birth,area,summary\n"
        "1,A1,police,b,I9,2026-01-01,2026-01-02,2026-01-03,2026-01-04,2026-01-05,2020-01-06,north,"
        "\"x, y\"\n");
    CHECK(sample::without_lines(results) == Texts{"ref=A1 agency=police child=b incident=I9 "
                                                  "area=north summary=x, y received_on=2026-01-01 "
                                                  "incident_on=2026-01-02 died_on=2026-01-03 "
                                                  "harmed_on=2026-01-04 became_aware_on=2026-01-05 "
                                                  "date_of_birth=2020-01-06 died=yes"});
    const Columns columns(sample::criteria(), {});
    for (const std::string& name : criteria::reserved_columns())
        CHECK(columns.find(name) != nullptr);
    CHECK(columns.size() == sample::criteria().facts.size() + criteria::reserved_columns().size());
}

TEST_CASE("a header alone is a file without records") {
    CHECK(read_texts("ref,died").empty());
    CHECK(read_texts("ref,died\r\n").empty());
}

TEST_CASE("unknown columns are refused together with suggestions") {
    const Failure failure = failure_of("ref,dyed,colour,agee\n", {.name = "intake.csv"});
    CHECK(failure.kind() == FailureKind::refused);
    CHECK(std::string(failure.what()) == "unknown columns `dyed`, `colour` and `agee`");
    CHECK(failure.where() == "intake.csv:1");
    CHECK(failure.help().find("`dyed`: did you mean `died`?") != std::string::npos);
    CHECK(failure.help().find("`agee`: did you mean `age`") != std::string::npos);
    CHECK(failure_of("died,refs\n").help() == "did you mean `ref`?");
    CHECK(message_of("died,\n") == "unknown column no. 2 (without a name)");
}

TEST_CASE("a first line without any known name is not repeated") {
    const Failure failure = failure_of("Jemima Puddle,2020-01-06\n");
    CHECK(std::string(failure.what()) ==
          "unknown columns: the first line names no column that is known");
    CHECK((failure.what() + failure.note() + failure.help()).find("Jemima") == std::string::npos);
    CHECK(failure_of("dyed\n").help() == "did you mean `died`?");
}

TEST_CASE("what separates the columns is named where it is another") {
    CHECK(failure_of("ref;died\n").help() == "say what separates the columns: `--delimiter ';'`");
    CHECK(failure_of("ref\tdied\n").help() == "say what separates the columns: `--delimiter tab`");
    CHECK(failure_of("\"ref\";\"died\"\n").help() ==
          "say what separates the columns: `--delimiter ';'`");
    CHECK(failure_of("r\xFF"
                     "f;died\n")
              .help() == "save the file as UTF-8");
    CHECK(failure_of("\"ref;died\n").help() == "close the quote and read the file again");
    CHECK(failure_of("ref,died\n", {.delimiter = ';'}).help() ==
          "say what separates the columns: `--delimiter ','`");
    CHECK(failure_of("ref;died\n", {.ignore_extra = true}).help() ==
          "say what separates the columns: `--delimiter ';'`");
}

TEST_CASE("a header in names of another's leads to a map") {
    const std::string map = "for names of another's, draft a map with `scr screen --from ";
    CHECK(failure_of("CaseNo,Outcome\n7,1\n", {.name = "old.csv"}).help() ==
          map + "old.csv --sketch-map`, and give it after `--map`");
    CHECK(failure_of("CaseNo,Outcome\n7,1\n", {.name = "the old's.csv"}).help() ==
          map + "'the old'\\''s.csv' --sketch-map`, and give it after `--map`");
    for (const std::string record : {"7,yes\n", "A,yes,yes\n", "A,,B\n", "A\n"}) {
        CAPTURE(record);
        CHECK(failure_of(record).help() ==
              "put the names of the columns in the first line, or give them after `--header`");
    }
}

TEST_CASE("a part is empty as a file of a header alone is") {
    for (const std::string text : {"", "\n", "\xEF\xBB\xBF"}) {
        CHECK(read_texts(text, {.header = "ref,died"}).empty());
        CHECK_THROWS_AS(read_texts(text), Failure);
    }
}

TEST_CASE("names that are given and none of a column may have been meant for a file") {
    const auto refused = [](const std::string& header) {
        return failure_of("a,yes\n", {.header = header});
    };
    CHECK(std::string(refused("nosuch.csv").what()) ==
          "`nosuch.csv` is no file that is there, and names no column that is known");
    CHECK(refused("parts/names").help() ==
          "name a file that is there, or list the names of the columns");
    CHECK(refused("dyed").help() == "did you mean `died`?");
    CHECK(std::string(refused("colour,shade").what()) ==
          "unknown columns: the first line names no column that is known");
    CHECK(std::string(refused("ref.no,died").what()) == "unknown column `ref.no`");
    CHECK(failure_of("a,yes\n", {.header = "x.y", .header_file = "names.csv"}).where() ==
          "names.csv:1");
}

TEST_CASE("a part with a header of its own is told so") {
    const auto rejected = std::get<casework::RejectedRecord>(
        sample::read_all(" Ref,DIED\nA1,yes\n", {.header = "ref,died"}).at(0));
    CHECK(rejected.problem == "the first line holds the names that --header gives");
    CHECK(rejected.help == "leave --header out: the file has a header of its own");
    CHECK(read_texts("ref,died\nref,died\n").at(0) ==
          "2 refused: died@2 (ref): unknown answer for `died`: `died`");
}

TEST_CASE("unknown columns are passed over or kept on demand") {
    CHECK(read_texts("ref,colour,died\nA1,red,1\n", {.ignore_extra = true}) ==
          Texts{"2 ref=A1 died=yes"});
    CHECK(read_texts("ref,colour,died\nA1, red ,1\n", {.keep = {"colour", "ref"}}) ==
          Texts{"2 ref=A1 died=yes [ red ] [A1]"});
    CHECK(read_texts("died,,\n1,2,3\n", {.ignore_extra = true}) == Texts{"2 died=yes"});
    CHECK(message_of("ref,colour,died\n", {.keep = {"shade", "ref", "hue"}}) ==
          "unknown column `colour`");
    CHECK(message_of("ref,died\n", {.keep = {"shade", "ref", "hue"}}) ==
          "no column `shade` and `hue` to keep");
}

TEST_CASE("a repeated column is refused with both places") {
    CHECK(message_of("ref,died,DIED \n") == "column `died` is there twice, as no. 2 and no. 3");
}

TEST_CASE("a file without a fact is refused unless that is expected") {
    CHECK(message_of("ref,agency\nA1,police\n") == "no column is a fact");
    CHECK(message_of("ref,colour\n", {.ignore_extra = true}) == "no column is a fact");
    CHECK(read_texts("ref,agency\nA1,police\n", {.reserved_only_ok = true}) ==
          Texts{"2 ref=A1 agency=police"});
}

TEST_CASE("a header that cannot be read is refused") {
    CHECK(message_of("died,\"ref\n1,2\n") ==
          "the header cannot be read: a quote is opened and never closed");
    CHECK(message_of("died,r\xFF"
                     "f\n") == "the header cannot be read: the text is not valid UTF-8");
    CHECK(message_of(std::string("d\0i\0e\0d\0\n", 9)) ==
          "the header cannot be read: the text holds a NUL byte");
}

TEST_CASE("a header of very many columns is refused in short") {
    std::string header = "died";
    for (int i = 0; i < 100'000; ++i) header += fmt::format(",x{}", i);
    CHECK(message_of(header + "\n").find("`x19` and 99980 more") != std::string::npos);
    CHECK(message_of("died," + std::string(1000, 'x')).size() < 100);
}

TEST_CASE("too few and too many fields are refused with their numbers") {
    CHECK(read_texts("ref,died\nA1\nA2,yes,no\nA3,no\n") ==
          Texts{"2 refused: : the record has 1 field, the header 2",
                "3 refused: : the record has 3 fields, the header 2", "4 ref=A3 died=no"});
}

TEST_CASE("a bad cell is refused with its place and the reference") {
    const auto rejected = only_refusal("ref,setting,died\nA1,remnd,yes\n");
    CHECK(rejected.line == 2);
    CHECK(rejected.column == 2);
    CHECK(rejected.ref == "A1");
    CHECK(rejected.field == "setting");
    CHECK(rejected.problem == "unknown answer for `setting`: `remnd`");
    CHECK(rejected.help == "did you mean `remand`?");
    CHECK(only_refusal("died,ref\nperhaps,A1\n").ref == "A1");
}

TEST_CASE("bytes that are not UTF-8 cost one record") {
    CHECK(read_texts("ref,summary,died\nA1,\xE9t\xE9,1\nA2,été,1\n") ==
          Texts{"2 refused: summary@2 (A1): the text is not valid UTF-8",
                "3 ref=A2 summary=été died=yes"});
    CHECK(read_texts("ref,x,died\nA1,\xE9,1\n", {.ignore_extra = true}) ==
          Texts{"2 refused: x@2 (A1): the text is not valid UTF-8"});
}

TEST_CASE("a reference behind a broken quote is not trusted") {
    CHECK(only_refusal("ref,summary,died\nA1,x\"y,1\n").ref == "A1");
    CHECK(only_refusal("summary,ref,died\nx\"y,A1,1\n").ref.empty());
}

TEST_CASE("a reference that is long or not printable is not repeated") {
    CHECK(only_refusal("ref,died\n" + std::string(64, 'x') + ",?\n").ref.size() == 64);
    CHECK(only_refusal("ref,died\n" + std::string(65, 'x') + ",?\n").ref.empty());
    CHECK(only_refusal("ref,died\nA\x1b[1m,?\n").ref.empty());
}

TEST_CASE("a record over several lines is told as such") {
    const auto rejected = only_refusal("ref,summary,died\nA1,\"x\ny\"z,1\n");
    CHECK(rejected.note == "the record takes the lines 2 to 3");
    CHECK(only_refusal("ref,died\nA1,\"x\ny\n").note ==
          "the record takes all that follows, to line 3");
}

TEST_CASE("what happened before birth is refused") {
    const std::string header = "died,date_of_birth,incident_on,harmed_on,died_on,received_on\n";
    CHECK(read_texts(header + "1,2020-05-05,2020-05-05,2020-05-05,2020-05-05,2019-01-01\n")
              .at(0)
              .find("refused") == std::string::npos);
    CHECK(only_refusal(header + "1,2020-05-05,,,2020-05-04,\n").problem ==
          "`died_on` lies before `date_of_birth`");
    CHECK(only_refusal(header + "1,2020-05-05,,2020-05-04,,\n").field == "harmed_on");
    CHECK(only_refusal(header + "1,2020-05-05,2020-05-04,,,\n").column == 3);
}

TEST_CASE("a refusal never holds the cells") {
    for (const std::string row :
         {"A1,Jemima,2020-02-30,yes,7\n", "A1,Jemima,06/01/2020,yes,7\n",
          "A1,Jemima\",2020-01-06,yes,7\n", "A1,Jemima,2020-01-06,yes,777\n",
          "A1,Jemima,2020-01-06,yes\n", "A1,Jemima,2020-01-06,yes,7,8\n"}) {
        const auto rejected = only_refusal("ref,summary,date_of_birth,died,age\n" + row);
        const std::string said = rejected.field + rejected.problem + rejected.note + rejected.help;
        for (const auto* cell : {"Jemima", "2020-02-30", "2020-01-06", "06/01/2020", "777"}) {
            CHECK(said.find(cell) == std::string::npos);
        }
    }
}

TEST_CASE("absent facts that silence answers are listed") {
    std::istringstream absent("ref,died\n");
    CHECK(RecordReader(absent, sample::criteria(), {}).absent_defaulted_facts() ==
          Texts{"setting"});
    std::istringstream present("ref,Setting\n");
    CHECK(RecordReader(present, sample::criteria(), {}).absent_defaulted_facts().empty());
}
