#include "intake/ndjson_records.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "intake/json_text.hpp"
#include "intake/sample.hpp"

using namespace scr;
using namespace scr::intake;
using sample::only_refusal;
using sample::read_texts;
using Texts = std::vector<std::string>;

namespace {

/// The problem of a record with `pair` in it.
std::string problem_of(const std::string& pair, ReadOptions options = {}) {
    const auto rejected = only_refusal("{\"ref\":\"A1\"," + pair + "}\n", std::move(options));
    return fmt::format("{}: {}", rejected.field, rejected.problem);
}

std::string nested(std::size_t levels) {
    return "{\"died\":1,\"x\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

}  // namespace

TEST_CASE("a line is a record and a missing key a blank") {
    CHECK(read_texts("{\"ref\":\"A1\",\"died\":\"yes\",\"age\":7}\n{\"setting\":\"remand\",\"ref\":"
                     "\"A2\"}\n") == Texts{"1 ref=A1 died=yes age=7", "2 ref=A2 setting=remand"});
}

TEST_CASE("blank lines and carriage returns and a missing last line end are accepted") {
    CHECK(read_texts("{\"died\":1}\r\n\r\n  \n{\"died\":0}") == Texts{"1 died=yes", "4 died=no"});
}

TEST_CASE("booleans and integers and strings and null are answers") {
    CHECK(
        read_texts(
            "{\"died\":true}\n{\"died\":false}\n{\"died\":1}\n{\"died\":0}\n{\"died\":\" YES \"}\n"
            "{\"died\":null}\n{\"died\":\"\"}\n{\"age\":\"17\"}\n{\"age\":17}\n{\"age\":"
            "\"unknown\"}\n") == Texts{"1 died=yes", "2 died=no", "3 died=yes", "4 died=no",
                                       "5 died=yes", "6 blank", "7 blank", "8 age=17", "9 age=17",
                                       "10 age=unknown"});
    CHECK(read_texts("{\"ref\":12,\"died\":1}") == Texts{"1 ref=12 died=yes"});
    CHECK(read_texts("{\"R\\u0065f\":\"\\u00e9\",\" DIED \":1}") == Texts{"1 ref=é died=yes"});
}

TEST_CASE("values of another kind are refused") {
    CHECK(problem_of("\"age\":17.0") ==
          "age: `age` does not take a number with a fraction, an exponent or too many digits");
    CHECK(problem_of("\"died\":[]") == "died: `died` does not take a list");
    CHECK(problem_of("\"area\":{}, \"died\":1") == "area: `area` does not take an object");
    CHECK(problem_of("\"area\":true, \"died\":1") == "area: `area` does not take true or false");
    CHECK(problem_of("\"setting\":true").starts_with("setting: unknown answer for `setting`"));
    CHECK(problem_of("\"age\":true") == "age: not a whole number: `age`");
    CHECK(problem_of("\"age\":18446744073709551615") == "age: out of range: `age`");
    CHECK(problem_of("\"died\":1,\"area\":\"a\\u0000b\"") ==
          "area: the text holds a NUL character");
    CHECK(problem_of("\"died\":1,\"died_on\":20260203")
              .starts_with("died_on: `died_on` is not a date"));
    CHECK(problem_of("\"died\":1,\"date_of_birth\":\"2026-02-03\",\"died_on\":\"2026-02-02\"") ==
          "died_on: `died_on` lies before `date_of_birth`");
}

TEST_CASE("an answer may say who stands behind it") {
    CHECK(read_texts("{\"died\":{\"value\":\"yes\",\"source\":\"police\",\"judged_by\":\"chair\","
                     "\"ground\":\"seen\","
                     "\"on\":\"2026-02-03\"}}") ==
          Texts{"1 died=yes (police|chair|seen|2026-02-03)"});
    CHECK(read_texts("{\"died\":{\"Value\":true,\"ground\":null}}\n{\"age\":{\"value\":null}}\n"
                     "{\"age\":{\"ground\":\" g \",\"value\":3}}") ==
          Texts{"1 died=yes", "2 blank", "3 age=3 (||g|)"});
}

TEST_CASE("an answer that is not whole is refused under its fact") {
    CHECK(problem_of("\"died\":{\"source\":\"police\"}") ==
          "died: the answer to `died` has no `value`");
    CHECK(problem_of("\"died\":{}") == "died: the answer to `died` has no `value`");
    CHECK(problem_of("\"died\":{\"value\":{}}") == "died: `died` does not take an object");
    CHECK(problem_of("\"died\":{\"value\":1,\"value\":0}") ==
          "died: `value` of an answer is there twice");
    CHECK(problem_of("\"died\":{\"value\":1,\"source\":3}") ==
          "died: `source` of an answer takes text");
    CHECK(problem_of("\"died\":{\"value\":1,\"source\":[]}") ==
          "died: `source` of an answer takes text");
    CHECK(problem_of("\"died\":{\"value\":1,\"on\":\"03/02/2026\"}")
              .starts_with("died: `on` is not a date"));
    CHECK(problem_of("\"died\":{\"value\":\"dunno\"}")
              .starts_with("died: unknown answer for `died`"));
    const auto unknown = only_refusal("{\"died\":{\"value\":1,\"grond\":\"x\"}}");
    CHECK(unknown.problem == "unknown key `grond` in an answer");
    CHECK(unknown.help == "did you mean `ground`?");
}

TEST_CASE("an unknown key costs its record") {
    const auto rejected = only_refusal("{\"dyed\":1,\"ref\":\"A1\"}");
    CHECK(rejected.field == "dyed");
    CHECK(rejected.problem == "unknown key `dyed`");
    CHECK(rejected.help == "did you mean `died`?");
    CHECK(rejected.ref == "A1");
    CHECK(rejected.line == 1);
    CHECK_FALSE(rejected.column);
    const std::string long_key(300, 'k');
    CHECK(only_refusal("{\"" + long_key + "\":1}").field.size() < 80);
}

TEST_CASE("unknown keys are passed over or kept on demand") {
    CHECK(read_texts("{\"x\":{\"y\":[1.5e3]},\"died\":1}", {.ignore_extra = true}) ==
          Texts{"1 died=yes"});
    CHECK(read_texts("{\"x\":\" a \",\"died\":1}\n{\"x\" : 17.50 , \"died\":1}\n{\"died\":1,\"x\": "
                     "{\"y\": \"}\\\"\"} }\n"
                     "{\"died\":1,\"x\":null}\n{\"died\":1}\n{\"died\":1,\"x\":false}\n",
                     {.keep = {"x", "died"}}) ==
          Texts{"1 died=yes [ a ] [1]", "2 died=yes [17.50] [1]",
                "3 died=yes [{\"y\": \"}\\\"\"}] [1]", "4 died=yes [] [1]", "5 died=yes [] [1]",
                "6 died=yes [false] [1]"});
}

TEST_CASE("a key that is there twice is refused") {
    CHECK(problem_of("\"died\":1,\"died\":1") == "died: key `died` is there twice");
    CHECK(problem_of("\"died\":1,\"Died\":1") == "Died: key `Died` is there twice");
    CHECK(problem_of("\"died\":1,\"x\":1,\"y\":2,\"x\":3", {.ignore_extra = true}) ==
          "x: key `x` is there twice");
}

TEST_CASE("a line that is not JSON is refused and the next is read") {
    for (const std::string bad : {"{\"died\":1",
                                  "{\"died\":1}}",
                                  "{\"died\":1},",
                                  "{\"died\":1} x",
                                  "{\"died\" 1}",
                                  "{\"died\":1,}",
                                  "{died:1}",
                                  "{'died':1}",
                                  "{\"died\":yes}",
                                  "{\"died\":01}",
                                  "{\"died\":1.}",
                                  "{\"died\":+1}",
                                  "{\"died\":tru}",
                                  "{\"died\":1 \"age\":2}",
                                  "{\"died\":\"yes}",
                                  "{\"died\":\"\\x\"}",
                                  "{\"died\":\"a\tb\"}",
                                  "{\"died\":1}{",
                                  "{\"died\":[1}",
                                  "{",
                                  "}",
                                  "{\"died\":NaN}",
                                  "\xEF\xBB\xBF{\"died\":1}",
                                  "{\"died\":\"\\ud800\"}",
                                  "{\"died\":1,\"x\":nul}",
                                  "{\"died\":1,\"x\":[1,]}",
                                  "{\"died\":1,\"x\":{\"y\"}}",
                                  "{\"died\":1,\"x\":\"\\q\"}",
                                  "{\"died\":1,\"x\":-}",
                                  "{\"died\":1,\"x\":[}"}) {
        CAPTURE(bad);
        const auto results =
            read_texts("{\"died\":0}\n" + bad + "\n{\"died\":1}\n", {.ignore_extra = true});
        CHECK(results ==
              Texts{"1 died=no", "2 refused: : the line is not valid JSON", "3 died=yes"});
    }
}

TEST_CASE("each slip in a line of JSON has its help") {
    const auto advice = [](const std::string& line) {
        const auto rejected = only_refusal(line);
        return rejected.note + " | " + rejected.help;
    };
    CHECK(advice("{\"died\":1, }") ==
          "a comma stands before a closing bracket | take the comma out");
    CHECK(advice("{\"died\":1} // \"x\"") == "JSON has no comments | take the comment out");
    CHECK(advice("{\"a\":\"#'/*,}\", /* b */ \"died\":1}") ==
          "JSON has no comments | take the comment out");
    CHECK(advice("{\"died\":1} {\"died\":0}") ==
          "something follows the object | write one object a line and nothing behind it");
    CHECK(advice("{'died':1}") == "JSON knows double quotes alone | write `\"` in place of `'`");
    CHECK(advice("{\"died\" 1}") ==
          "a quote, comma, colon or bracket is missing or out of place | put the line through "
          "`jq .`, which names the place");
    CHECK(
        advice("{\"died\":yes}").ends_with("| put the line through `jq .`, which names the place"));
    CHECK(advice("{\"died\":tru}").ends_with("| put any other word in quotes"));
    CHECK(advice("{\"age\":01}").ends_with("| write it as `17`, or put it in quotes"));
    CHECK(
        advice("{\"ref\":\"\\x\"}").ends_with("| write `\\\\` for a backslash that means itself"));
    CHECK(advice("{\"ref\":\"a\tb\"}")
              .ends_with("| write `\\t` for a tab and `\\n` for a line feed"));
    CHECK(advice("{\"ref\":\"a}").ends_with("| close the quote; one within a string is `\\\"`"));
}

TEST_CASE("a number that no reader holds is refused under its key") {
    const std::string sixty_five_bits = "18446744073709551616";
    CHECK(problem_of("\"age\":" + sixty_five_bits) == "age: a number is too large");
    CHECK(problem_of("\"died\":1,\"area\":-9223372036854775809") == "area: a number is too large");
    CHECK(problem_of("\"died\":1,\"x\":[1e999]", {.ignore_extra = true}) ==
          "x: a number is too large");
    CHECK(problem_of("\"age\":0" + sixty_five_bits) == ": the line is not valid JSON");
    CHECK(problem_of("\"age\":1.,\"area\":\"" + sixty_five_bits + "\"") ==
          ": the line is not valid JSON");
}

TEST_CASE("each refusal of a value says what to write") {
    const auto help = [](const std::string& pair) { return only_refusal("{" + pair + "}").help; };
    CHECK(help("\"age\":17.5") == "write one value: a whole number from 0 to 120, or unknown");
    CHECK(help("\"died\":[1]") == "write one value: yes, no, unknown");
    CHECK(help("\"area\":true") == "put it in quotes");
    CHECK(help("\"area\":1.5") == "put it in quotes");
    CHECK(help("\"area\":[]") == "write one text, in quotes");
    CHECK(help("\"died_on\":{}") == "write a date, for example `\"2026-02-03\"`");
    CHECK(help("\"age\":\"nine\"") ==
          "write such a number in digits, or `unknown` where nobody knows it");
    CHECK(help("\"age\":121") ==
          "write such a number in digits, or `unknown` where nobody knows it");
    CHECK(help("\"died\":\"maybe\"") == "write one of them; what nobody knows is `unknown`");
    CHECK_FALSE(only_refusal(nested(65), {.ignore_extra = true}).help.empty());
    CHECK_FALSE(only_refusal(std::string(2 << 20, 'x').insert(0, "{\"x\":\"")).help.empty());
}

TEST_CASE("a kept value is told from the text that looks like it") {
    const auto kept = [](const std::string& line) {
        const auto results = sample::read_all(line, {.keep = {"x"}});
        return std::get<casework::IncomingRecord>(results.at(0)).kept.at(0).form;
    };
    CHECK(kept("{\"died\":1,\"x\":\"7\"}") == casework::KeptForm::text);
    CHECK(kept("{\"died\":1,\"x\":\"\"}") == casework::KeptForm::text);
    CHECK(kept("{\"died\":1,\"x\":7}") == casework::KeptForm::json);
    CHECK(kept("{\"died\":1,\"x\":true}") == casework::KeptForm::json);
    CHECK(kept("{\"died\":1,\"x\":[]}") == casework::KeptForm::json);
    CHECK(kept("{\"died\":1,\"x\":null}") == casework::KeptForm::absent);
    CHECK(kept("{\"died\":1}") == casework::KeptForm::absent);
}

TEST_CASE("keys to keep that no record had are known at the end") {
    std::istringstream stream("{\"died\":1,\"x\":null}\n{\"died\":1}\n");
    RecordReader reader(stream, sample::criteria(), {.keep = {"x", "nope", "died", "ref"}});
    sample::Results::value_type result;
    while (reader.next(result)) {
    }
    CHECK(reader.kept_and_not_met() == Texts{"`nope`", "`ref`"});
}

TEST_CASE("JSON that is no object is refused") {
    for (const std::string bad : {"[1]", "1", "\"x\"", "null", "true"}) {
        CAPTURE(bad);
        CHECK(read_texts("{\"died\":0}\n" + bad + "\n{\"died\":1}\n") ==
              Texts{"1 died=no", "2 refused: : the line is not a JSON object", "3 died=yes"});
    }
}

TEST_CASE("a line cut short at the end of the input is refused") {
    CHECK(read_texts("{\"died\":0}\n{\"died\":1").at(1) ==
          "2 refused: : the line is not valid JSON");
    CHECK(read_texts("{\"died\":0}\n{\"age\":{\"value\":1}").at(1) ==
          "2 refused: : the line is not valid JSON");
}

TEST_CASE("bytes that are not UTF-8 cost one record and name its key") {
    CHECK(
        read_texts("{\"died\":0}\n{\"ref\":\"A\",\"area\":\"\xE9\",\"died\":1}\n{\"died\":1}\n") ==
        Texts{"1 died=no", "2 refused: area: the text is not valid UTF-8", "3 died=yes"});
    CHECK(only_refusal("{\"d\xE9"
                       "d\":1}")
              .field.empty());
}

TEST_CASE("sixty-four levels are enough") {
    CHECK(read_texts(nested(64), {.ignore_extra = true}) == Texts{"1 died=yes"});
    CHECK(only_refusal(nested(65), {.ignore_extra = true}).problem ==
          "the line nests more than 64 levels deep");
    CHECK(only_refusal(nested(400'000), {.ignore_extra = true}).problem ==
          "the line nests more than 64 levels deep");
}

TEST_CASE("a line may take exactly one megabyte") {
    const std::string empty = "{\"died\":1,\"area\":\"\"}";
    const auto line = [&](std::size_t size) {
        return "{\"died\":1,\"area\":\"" + std::string(size - empty.size(), 'x') + "\"}";
    };
    const auto results = sample::read_all(line(record_limit) + "\r\n" + line(record_limit + 1) +
                                              "\n" + line(4 * record_limit) + "\n{\"died\":0}\n",
                                          {}, 60'000);
    REQUIRE(results.size() == 4);
    CHECK(std::get<casework::IncomingRecord>(results[0]).area.size() ==
          record_limit - empty.size());
    for (const std::size_t i : {1U, 2U}) {
        const auto& rejected = std::get<casework::RejectedRecord>(results[i]);
        CHECK(rejected.problem == "the line is longer than 1 MB");
        CHECK(rejected.line == i + 1);
    }
    CHECK(std::get<casework::IncomingRecord>(results[3]).line == 4);
}

TEST_CASE("records without a fact stand beside those with one") {
    CHECK(read_texts("{\"ref\":\"A1\"}\n{\"ref\":\"A2\",\"died\":null}\n{}\n") ==
          Texts{"1 ref=A1", "2 ref=A2", "3 blank"});
}

TEST_CASE("records are refused where none names a fact") {
    const std::string text = "{\"ref\":\"A1\"}\nx\n{\"ref\":\"A2\"}\n";
    CHECK(read_texts(text) ==
          Texts{"1 refused:  (A1): the record names no fact, nor do those around it",
                "2 refused: : the line is not valid JSON",
                "3 refused:  (A2): the record names no fact, nor do those around it"});
    CHECK(read_texts(text, {.reserved_only_ok = true}).at(2) == "3 ref=A2");
}

TEST_CASE("a fact is not waited for without end") {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += "{\"ref\":\"A\"}\n";
    const auto results = sample::without_lines(sample::read_all(text + "{\"died\":1}\n{}\n"));
    CHECK(results.at(0).starts_with("refused"));
    CHECK(results.at(1499).starts_with("refused"));
    CHECK(results.at(1500) == "died=yes");
    CHECK(results.at(1501) == "blank");
}

TEST_CASE("the key around a byte is found in text that is no JSON") {
    const std::string line = R"({"a":"x,\"y","b":{"c":[1,"d"]},"e":2})";
    CHECK(key_around(line, line.find('x')) == "a");
    CHECK(key_around(line, line.find('y')) == "a");
    CHECK(key_around(line, line.find('d')) == "b");
    CHECK(key_around(line, line.find('2')) == "e");
    CHECK(key_around(line, line.find('e')) == "");
    CHECK(key_around("", 0) == "");
    CHECK(key_around("{\"", 1) == "");
    CHECK(key_around("{\"a\\", 3) == "");
}
