#include "intake/csv_splitter.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>

#include "intake/sample.hpp"

using namespace scr::intake;

namespace {

using Fields = std::vector<std::string>;

struct Split {
    std::size_t line;
    std::size_t last_line;
    CsvFault fault;
    std::optional<std::size_t> fault_field;
    Fields fields;

    bool operator==(const Split&) const = default;
};

std::vector<Split> split(const std::string& text, std::size_t piece = 1000, char delimiter = ',') {
    sample::PieceBuffer pieces(text, piece);
    std::istream stream(&pieces);
    InputBuffer input(stream, "test");
    CsvSplitter splitter(input, delimiter);
    CsvRecord record;
    std::vector<Split> records;
    while (splitter.next(record)) {
        records.push_back({record.line, record.last_line, record.fault, record.fault_field,
                           Fields(record.fields.begin(), record.fields.end())});
    }
    return records;
}

std::vector<Fields> fields(const std::string& text) {
    std::vector<Fields> all;
    for (const Split& record : split(text)) {
        CHECK(record.fault == CsvFault::none);
        all.push_back(record.fields);
    }
    return all;
}

CsvFault first_fault(const std::string& text) {
    return split(text).at(0).fault;
}

/// Every field in quotes, which any text survives.
std::string written(const std::vector<Fields>& records, const std::string& line_end) {
    std::string text;
    for (const Fields& record : records) {
        for (std::size_t i = 0; i < record.size(); ++i) {
            text += i > 0 ? ",\"" : "\"";
            for (const char c : record[i]) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += line_end;
    }
    return text;
}

}  // namespace

TEST_CASE("fields are split at commas and lines") {
    CHECK(fields("a,b\nc,d\n") == std::vector<Fields>{{"a", "b"}, {"c", "d"}});
    CHECK(fields("a,b\nc,d") == std::vector<Fields>{{"a", "b"}, {"c", "d"}});
    CHECK(fields("a,b\r\nc,d\r\n") == std::vector<Fields>{{"a", "b"}, {"c", "d"}});
    CHECK(fields("a,b\r\nc,d\r") == std::vector<Fields>{{"a", "b"}, {"c", "d"}});
    CHECK(fields(" a , b\n") == std::vector<Fields>{{" a ", " b"}});
    CHECK(fields("").empty());
}

TEST_CASE("empty fields stand") {
    CHECK(fields(",\n,,") == std::vector<Fields>{{"", ""}, {"", "", ""}});
    CHECK(fields("a,\r\n") == std::vector<Fields>{{"a", ""}});
    CHECK(fields("\"\"\n\"\",\"\"") == std::vector<Fields>{{""}, {"", ""}});
}

TEST_CASE("empty lines are passed over and counted") {
    CHECK(fields("\n\r\na\n\n\nb\n\n") == std::vector<Fields>{{"a"}, {"b"}});
    const auto records = split("\n\r\na\n\nb\n");
    CHECK(records.at(0).line == 3);
    CHECK(records.at(1).line == 5);
}

TEST_CASE("quotes hold commas and quotes and line ends") {
    CHECK(fields("\"a,b\",c\n") == std::vector<Fields>{{"a,b", "c"}});
    CHECK(fields("\"a\"\"b\",\"\"\"\"\n") == std::vector<Fields>{{"a\"b", "\""}});
    CHECK(fields("\"a\nb\",c\nd,e") == std::vector<Fields>{{"a\nb", "c"}, {"d", "e"}});
    CHECK(fields("\"a\r\nb\"\r\n\"c\"\r") == std::vector<Fields>{{"a\r\nb"}, {"c"}});
    CHECK(fields("\"\"\"a\"\"\",b") == std::vector<Fields>{{"\"a\"", "b"}});
}

TEST_CASE("lines are counted through quotes") {
    const auto records = split("a\n\"x\"\"\n\n\"\"y\"\nb\n\"\n\"");
    REQUIRE(records.size() == 4);
    CHECK(records[1].line == 2);
    CHECK(records[1].last_line == 4);
    CHECK(records[2].line == 5);
    CHECK(records[3].line == 6);
    CHECK(records[3].last_line == 7);
}

TEST_CASE("another delimiter leaves commas alone") {
    CHECK(split("a,b;\"c;d\"\n", 1000, ';').at(0).fields == Fields{"a,b", "c;d"});
}

TEST_CASE("a fault costs one record and names its field") {
    const auto check = [](const std::string& bad, CsvFault fault, std::size_t field) {
        CAPTURE(bad);
        const auto records = split("a,b\n" + bad + "\nc,d\n");
        REQUIRE(records.size() == 3);
        CHECK(records[1].fault == fault);
        CHECK(records[1].fault_field == field);
        CHECK(records[2].fields == Fields{"c", "d"});
        CHECK(records[2].fault == CsvFault::none);
    };
    check("x,y\"z", CsvFault::quote_in_field, 1);
    check("x \"y\",z", CsvFault::quote_in_field, 0);
    check("x, \"y,z\"", CsvFault::quote_in_field, 1);
    check("\"x\"y,z", CsvFault::text_after_quote, 0);
    check("x,\"y\" ", CsvFault::text_after_quote, 1);
    check("\"x\"\ry,z", CsvFault::text_after_quote, 0);
    check("\"x\"\r,z", CsvFault::text_after_quote, 0);
    check("x,y\xC3", CsvFault::invalid_utf8, 1);
    check("\"x\"\"\xFF\",y", CsvFault::invalid_utf8, 0);
    check(std::string("x,\0y", 4), CsvFault::nul_byte, 1);
}

TEST_CASE("a quote that is never closed takes the rest and is told with its first line") {
    const auto records = split("a,b\nc,\"d\ne,f\ng,h\n");
    REQUIRE(records.size() == 2);
    CHECK(records[1].fault == CsvFault::never_closed);
    CHECK(records[1].line == 2);
    CHECK(records[1].last_line == 4);
    CHECK(records[1].fault_field == 1);
    CHECK(first_fault("\"") == CsvFault::never_closed);
    CHECK(first_fault("\"a\"\"") == CsvFault::never_closed);
}

TEST_CASE("a record may take exactly one megabyte") {
    for (const std::string line_end : {"\n", "\r\n", ""}) {
        CAPTURE(line_end);
        const std::string text(record_limit, 'x');
        CHECK(first_fault(text + line_end) == CsvFault::none);
        CHECK(first_fault(text + "y" + line_end) == CsvFault::too_long);
    }
    CHECK(first_fault("\"" + std::string(record_limit - 2, 'x') + "\"\r\n") == CsvFault::none);
    CHECK(first_fault("\"" + std::string(record_limit - 1, 'x') + "\"\r\n") == CsvFault::too_long);
}

TEST_CASE("a record that is too long is passed over whole") {
    const std::string long_text = "\"" + std::string(record_limit, 'x') + "\nnot,a,record\n\"\"" +
                                  std::string(3 * record_limit, 'y') + "\",z\n";
    const auto records = split("a,b\n" + long_text + "c,d\n", 50'000);
    REQUIRE(records.size() == 3);
    CHECK(records[1].fault == CsvFault::too_long);
    CHECK(records[1].line == 2);
    CHECK(records[1].last_line == 4);
    CHECK(records[2].line == 5);
    CHECK(records[2].fields == Fields{"c", "d"});
    CHECK(split("\"" + std::string(3 * record_limit, 'y')).at(0).fault == CsvFault::never_closed);
}

TEST_CASE("whatever is written in quotes is read back") {
    CHECK(rc::check([] {
        const auto character = rc::gen::element('a', ',', '"', '\n', '\r', ' ', ';');
        const auto field = rc::gen::container<std::string>(character);
        const auto record = rc::gen::nonEmpty(rc::gen::container<Fields>(field));
        const auto records = *rc::gen::container<std::vector<Fields>>(record);
        const auto line_end = *rc::gen::element<std::string>("\n", "\r\n");
        const auto piece = *rc::gen::inRange<std::size_t>(1, 9);
        const auto read = split(written(records, line_end), piece);
        RC_ASSERT(read.size() == records.size());
        for (std::size_t i = 0; i < read.size(); ++i) {
            RC_ASSERT(read[i].fault == CsvFault::none);
            RC_ASSERT(read[i].fields == records[i]);
        }
    }));
}

TEST_CASE("any bytes are split the same in whatever pieces they come") {
    CHECK(rc::check([] {
        const auto byte = rc::gen::element('a', ',', '"', '\n', '\r', '\xC3', '\xA9', '\0');
        const auto text = *rc::gen::container<std::string>(byte);
        const auto whole = split(text);
        for (std::size_t piece = 1; piece < 6; ++piece) RC_ASSERT(split(text, piece) == whole);
    }));
}
