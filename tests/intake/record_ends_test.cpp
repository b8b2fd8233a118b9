#include "intake/record_ends.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "rounds.hpp"

namespace {

using scr::intake::RecordEnds;

/// Where the last record of a text ends that is followed a few bytes at a time.
std::size_t last_end(std::string_view text, std::mt19937& random) {
    RecordEnds ends(',', true);
    std::size_t last = RecordEnds::none;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view piece = text.substr(at, 1 + random() % 3);
        ends.follow(piece);
        if (ends.last() != RecordEnds::none) last = at + ends.last();
        at += piece.size();
    }
    return last;
}

std::string any_text(std::mt19937& random, std::string_view bytes) {
    std::string text(random() % 200, ' ');
    for (char& byte : text) byte = bytes[random() % bytes.size()];
    return text;
}

/// Of which most is quoted as it should be.
std::string quoted_text(std::mt19937& random) {
    static const std::vector<std::string> fields{"x", "", "\"a\nb\"", "\"\"\"c\"\",\"", "\"\""};
    std::string text;
    for (auto count = random() % 60; count > 0; --count) {
        text += fields[random() % fields.size()];
        text += random() % 4 == 0 ? "\n" : ",";
        if (random() % 100 == 0) text += '"';
    }
    return text;
}

}  // namespace

TEST_CASE("a quote opens only at the beginning of a field") {
    RecordEnds ends(',', true);
    ends.follow("a,\"b\n\",c\nd\"e\nf,\"g\n");
    CHECK(ends.first() == 9);
    CHECK(ends.last() == 13);
    CHECK(ends.within_quotes());
}

TEST_CASE("what follows goes on where the text before it stopped") {
    RecordEnds ends(',', true);
    ends.follow("a,\"b");
    CHECK(ends.first() == RecordEnds::none);
    ends.follow("\n\"\"c\"\nd\n");
    CHECK(ends.first() == 6);
    CHECK(ends.last() == 8);
    ends.follow("\"e\nf\"");
    ends.follow("\"\n");
    CHECK(ends.first() == RecordEnds::none);
    CHECK(ends.within_quotes());
}

TEST_CASE("a text followed whole ends its records where one followed in pieces does") {
    std::mt19937 random(3);
    for (int round = 0; round < scr::test::rounds(20'000); ++round) {
        const std::string text =
            round % 2 == 0 ? any_text(random, "ab,,\n\n\"\"\r") : quoted_text(random);
        INFO(text);
        RecordEnds ends(',', true);
        ends.follow(text);
        CHECK(ends.last() == last_end(text, random));
    }
}
