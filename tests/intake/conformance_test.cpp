// The language as data: a folder of small files, each a rule, a criteria file and what it says of
// records. Their layout is in the README beside them.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "scr/casework/examine.hpp"
#include "scr/criteria/analysis.hpp"
#include "scr/criteria_toml/criteria_file.hpp"
#include "scr/intake/record_reader.hpp"
#include "scr/text/json_writer.hpp"
#include "scr/text/strings.hpp"

namespace scr::intake::conformance {
namespace {

using criteria::Array;
using criteria::Criteria;
using criteria::Node;
using criteria::Screener;
using criteria::Table;
using Path = std::filesystem::path;
using Columns = std::map<std::string, std::string>;

std::vector<Path> conformance_files() {
    std::vector<Path> files;
    const Path folder = Path(SCR_SOURCE_DIR) / "tests/data/criteria/conformance";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytes_of(const Path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const Node* find(const Table& table, std::string_view key) {
    for (const criteria::Entry& entry : table) {
        if (entry.key == key) return &entry.node;
    }
    return nullptr;
}

std::string string_at(const Node& node) {
    return std::get<criteria::Text>(node.value).value;
}

std::vector<std::string> strings_at(const Node& node) {
    std::vector<std::string> strings;
    for (const Node& element : std::get<Array>(node.value)) strings.push_back(string_at(element));
    return strings;
}

/// The keys that a table may have: a misspelt one would test nothing.
void only(const Table& table, const std::vector<std::string>& keys) {
    for (const criteria::Entry& entry : table) {
        CAPTURE(entry.key);
        CHECK(std::find(keys.begin(), keys.end(), entry.key) != keys.end());
    }
}

/// The facts of a record as a line of NDJSON.
std::string json_line(const Table& facts) {
    text::JsonWriter json;
    json.begin_object();
    for (const criteria::Entry& entry : facts) {
        json.key(entry.key);
        const auto& value = entry.node.value;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            json.value(*number);
        else if (const auto* truth = std::get_if<bool>(&value))
            json.value(*truth);
        else
            json.value(string_at(entry.node));
    }
    return json.end_object().take() + "\n";
}

/// What became of a record: its columns, or why it was refused.
struct Said {
    Columns columns;
    bool refused = false;
    std::vector<std::string> impossible;
};

template <class Ids>
std::string joined(const Ids& positions, const auto& id_of) {
    std::vector<std::string> ids;
    for (const std::size_t position : positions) ids.push_back(id_of(position));
    return text::join(ids, ";");
}

Columns columns_of(const Screener& screener, const criteria::Screening& screening) {
    const Criteria& file = screener.criteria();
    const auto fact = [&](std::size_t i) { return file.facts[i].id; };
    Columns columns;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < file.determinations.size(); ++i) {
        const auto& determination = file.determinations[i];
        const auto& possible = screening.findings[i].possible;
        const auto outcome = [&](std::size_t k) { return determination.outcomes[k].id; };
        columns[determination.id] =
            possible.size() == 1 ? outcome(possible.front()) : "undetermined";
        columns[determination.id + "_possible"] = joined(possible, outcome);
        names.push_back(determination.id);
        names.push_back(determination.id + "_possible");
    }
    columns["criteria"] =
        joined(screening.criteria, [&](std::size_t i) { return file.criteria[i].id; });
    columns["missing"] = joined(screening.missing, fact);
    columns["assumed"] = joined(screening.assumed, fact);
    columns["columns"] = text::join(names, ",") + ",criteria,missing";
    const auto clocks = screener.deadlines(screening);
    std::vector<std::string> running;
    for (std::size_t i = 0; i < clocks.size(); ++i) {
        static const char* const words[] = {"fails", "holds", "open"};
        running.push_back(
            fmt::format("{} {}", file.deadlines[i].id, words[static_cast<std::size_t>(clocks[i])]));
    }
    columns["deadlines"] = text::join(running, ";");
    return columns;
}

/// Read, completed and screened as every record is.
Said said_of(const Screener& screener, const Table& record) {
    const Criteria& file = screener.criteria();
    const bool as_unknown = find(record, "blank_as_unknown") != nullptr;
    std::istringstream input(json_line(std::get<Table>(find(record, "facts")->value)));
    ReadOptions options;
    options.reserved_only_ok = true;
    RecordReader reader(input, file, options);
    std::variant<casework::IncomingRecord, casework::RejectedRecord> incoming;
    REQUIRE(reader.next(incoming));
    if (std::holds_alternative<casework::RejectedRecord>(incoming)) return {{}, true, {}};
    auto& read = std::get<casework::IncomingRecord>(incoming);
    const auto blanks = as_unknown ? criteria::Blanks::as_unknown : criteria::Blanks::take_default;
    const auto examined = casework::examine(screener, read, blanks);
    if (const auto* screening = std::get_if<criteria::Screening>(&examined))
        return {columns_of(screener, *screening), false, {}};
    Said said{{}, true, {}};
    for (const std::size_t entry : screener.screen(read.answers, blanks).contradictions)
        said.impossible.push_back(file.impossible[entry].text);
    return said;
}

void check_record(const Screener& screener, const Table& record) {
    only(record, {"facts", "blank_as_unknown", "expect", "refused"});
    const Node* const refused = find(record, "refused");
    const Node* const expect = find(record, "expect");
    REQUIRE((refused != nullptr) != (expect != nullptr));
    const Said said = said_of(screener, record);
    CHECK(said.refused == (refused != nullptr));
    if (refused) CHECK(said.impossible == strings_at(*refused));
    if (!expect || said.refused) return;
    const auto& columns = std::get<Table>(expect->value);
    CHECK(columns.size() >= 4);
    for (const criteria::Entry& column : columns) {
        CAPTURE(column.key);
        REQUIRE(said.columns.contains(column.key));
        CHECK(said.columns.at(column.key) == string_at(column.node));
    }
}

void check_claims(const Table& root, const Criteria& file) {
    std::vector<std::string> refuted;
    for (const auto& failure : criteria::check_claims(file))
        refuted.push_back(file.claims[failure.claim].text);
    const Node* const expected = find(root, "refuted");
    CHECK((expected != nullptr) == !file.claims.empty());
    if (expected) CHECK(refuted == strings_at(*expected));
}

}  // namespace

TEST_CASE("each conformance file comes out as it says") {
    const auto files = conformance_files();
    CHECK(files.size() >= 80);
    std::size_t records = 0;
    for (const Path& path : files) {
        CAPTURE(path.filename().string());
        const auto document = criteria_toml::read_document(bytes_of(path), path.filename());
        only(document.root, {"rule", "refuted", "criteria", "record"});
        REQUIRE(find(document.root, "rule"));
        const auto loaded =
            criteria_toml::load(string_at(*find(document.root, "criteria")), "criteria");
        REQUIRE(loaded.result.diagnostics.empty());
        const Criteria& file = *loaded.result.criteria;
        const Screener screener(file);
        check_claims(document.root, file);
        REQUIRE(find(document.root, "record"));
        std::size_t at = 0;
        for (const Node& record : std::get<Array>(find(document.root, "record")->value)) {
            CAPTURE(++at);
            check_record(screener, std::get<Table>(record.value));
            ++records;
        }
    }
    CHECK(records >= 150);
}

}  // namespace scr::intake::conformance
