#include "scr/text/fold.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using scr::text::append_utf8;
using scr::text::code_point_at;
using scr::text::fold_case;

TEST_CASE("capitals of each alphabet fold to their small letters") {
    CHECK(fold_case("ANN Smith-JONES 12") == "ann smith-jones 12");
    CHECK(fold_case("ÀÖØÞ ×") == "àöøþ ×");
    CHECK(fold_case("ŁUKASZ ŽIŽEK ŸĲ") == "łukasz žižek ÿĳ");
    CHECK(fold_case("ƏƓƠȚẞẀỆ") == "əɠơțßẁệ");
    CHECK(fold_case("ΆΝΝΑ ΣΟΦΟΣ σοφός") == "άννα σοφοσ σοφόσ");
    CHECK(fold_case("ЁЛКА Ђорђе Ѳ") == "ёлка ђорђе ѳ");
    CHECK(fold_case("ԱՆԻ") == "անի");
}

TEST_CASE("every Turkish i folds to the plain one") {
    CHECK(fold_case("İbrahim") == "ibrahim");
    CHECK(fold_case("Işıl") == "işil");
    CHECK(fold_case("IŞIL") == "işil");
}

TEST_CASE("letters without a pair and other scripts stay") {
    CHECK(fold_case("ßŉ ʼn ـمريم 日本 😀") == "ßŉ ʼn ـمريم 日本 😀");
    CHECK(fold_case("\xff\xc3") == "\xff\xc3");
}

TEST_CASE("a code point is read back as it was written") {
    CHECK(rc::check([] {
        const auto point = *rc::gen::suchThat(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                                              [](auto p) { return p < 0xD800 || p > 0xDFFF; });
        std::string utf8;
        append_utf8(utf8, point);
        const auto read = code_point_at(utf8, 0);
        RC_ASSERT(read.value == point);
        RC_ASSERT(read.size == utf8.size());
    }));
}

TEST_CASE("folding twice changes nothing more") {
    for (char32_t point = 0; point < 0x3000; ++point) {
        CAPTURE(static_cast<std::uint32_t>(point));
        CHECK(fold_case(fold_case(point)) == fold_case(point));
    }
}

TEST_CASE("any bytes are folded to their end") {
    CHECK(rc::check([](const std::string& bytes) {
        RC_ASSERT(fold_case(fold_case(bytes)) == fold_case(bytes));
    }));
}
