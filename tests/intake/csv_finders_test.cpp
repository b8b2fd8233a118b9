#include "intake/csv_finders.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "rounds.hpp"

namespace {

using scr::intake::csv_finders;
using scr::intake::CsvEnds;
using scr::intake::CsvFinder;
using scr::intake::CsvFound;

struct Finding {
    CsvFound found;
    std::vector<std::uint32_t> separators;
    std::vector<std::uint32_t> record_ends;

    bool operator==(const Finding&) const = default;
};

Finding find(const CsvFinder& finder, const std::string& text, char delimiter) {
    std::string padded = text;
    padded.append(CsvFinder::padding, '\n');  // which must not count
    const std::size_t most = text.size() + CsvFinder::slack;
    std::vector<std::uint32_t> separators(most);
    std::vector<std::uint32_t> record_ends(most);
    Finding finding;
    finding.found =
        finder.find(padded.data(), text.size(), delimiter, separators.data(), record_ends.data());
    record_ends.resize(finding.found.records);
    separators.resize(record_ends.empty() ? 0 : record_ends.back());
    finding.separators = separators;
    finding.record_ends = record_ends;
    return finding;
}

/// The same, a byte at a time. Separators behind the last record do not count.
Finding expected(const std::string& text, char delimiter) {
    Finding finding;
    std::vector<std::uint32_t> separators;
    bool quoted = false;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"') quoted = !quoted;
        finding.found.quotes = finding.found.quotes || byte == '"';
        finding.found.ordinary = finding.found.ordinary && static_cast<signed char>(byte) > 0;
        if (quoted || (byte != delimiter && byte != '\n')) continue;
        separators.push_back(at);
        if (byte != '\n') continue;
        finding.separators = separators;
        finding.record_ends.push_back(static_cast<std::uint32_t>(separators.size()));
    }
    finding.found.records = finding.record_ends.size();
    return finding;
}

/// A byte at a time.
CsvEnds expected_ends(std::string_view text, char delimiter) {
    CsvEnds ends;
    char before = '\n';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"') {
            ends.within_quotes = !ends.within_quotes;
            const bool may_open = before == delimiter || before == '\n' || before == '"';
            if (ends.within_quotes && !may_open) ends.regular = false;
        } else if (byte == '\n' && !ends.within_quotes) {
            if (!ends.first) ends.first = at + 1;
            ends.last = at + 1;
        }
        before = byte;
    }
    return ends;
}

/// In memory of its own, so that a byte read behind it is noticed.
std::string copy_of(const std::string& text) {
    std::string copy = text;
    copy.shrink_to_fit();
    return copy;
}

void check_all(const std::string& text, char delimiter) {
    INFO(text);
    const Finding wanted = expected(text, delimiter);
    for (const CsvFinder& finder : csv_finders()) {
        INFO(finder.instructions);
        CHECK(find(finder, text, delimiter) == wanted);
        CHECK(finder.find_ends(copy_of(text), delimiter) == expected_ends(text, delimiter));
    }
}

}  // namespace

TEST_CASE("every machine has a finder") {
    REQUIRE_FALSE(csv_finders().empty());
    CHECK(csv_finders().front().instructions == "plain");
}

TEST_CASE("separators within quotes do not count") {
    check_all("a,b\n\"c,\nd\",e\n", ',');
    check_all("", ',');
    check_all(std::string(200, ','), ',');
    check_all(std::string(200, '\n'), ',');
    check_all("a;b,c\n", ';');
}

TEST_CASE("a byte that is not ordinary is found wherever it stands") {
    for (const char byte : {'\0', '\x80', '\xFF', '"'}) {
        for (std::size_t at = 0; at < 130; ++at) {
            std::string text(130, 'x');
            text[at] = byte;
            check_all(text, ',');
        }
    }
}

TEST_CASE("all finders say the same of random texts") {
    std::mt19937 random(1);
    for (int round = 0; round < scr::test::rounds(20'000); ++round) {
        // Some texts are nearly all separators, some have hardly any.
        const std::string bytes =
            random() % 2 == 0 ? ",,,,,\n\"x" : "abcdefghijklmnopqrst,\n\"\xC3";
        std::string text(random() % 300, ' ');
        for (char& byte : text) byte = bytes[random() % bytes.size()];
        check_all(text, ',');
    }
}
