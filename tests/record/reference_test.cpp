#include "scr/record/reference.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace scr::record;
using Kind = Reference::Kind;

TEST_CASE("each kind of reference is read") {
    CHECK(parse_reference("N-2026-0001") == Reference{Kind::notification, 2026, 1});
    CHECK(parse_reference("N-2026-0001/2") == Reference{Kind::case_, 2026, 1, 2});
    CHECK(parse_reference("N-2026-0001/2@3") == Reference{Kind::screening, 2026, 1, 2, 3});
    CHECK(parse_reference("R-2026-0012") == Reference{Kind::review, 2026, 12});
    CHECK(parse_reference("P-2026-9999") == Reference{Kind::publication, 2026, 9999});
    CHECK(parse_reference("L-2026-10000") == Reference{Kind::lesson, 2026, 10000});
    CHECK(parse_reference("n-2026-0001/12") == Reference{Kind::case_, 2026, 1, 12});
    CHECK(parse_reference("r-2026-0001") == Reference{Kind::review, 2026, 1});
    CHECK(parse_reference("p-2026-0001") == Reference{Kind::publication, 2026, 1});
    CHECK(parse_reference("l-2026-0001") == Reference{Kind::lesson, 2026, 1});
}

TEST_CASE("any other text is no reference") {
    for (const char* text : {"",
                             "N",
                             "N-",
                             "N-2026",
                             "N-2026-",
                             "N-2026-1",
                             "N-2026-001",
                             "N-2026-0000",
                             "N-2026-00001",
                             "N-2026-1234567890",
                             "N-0000-0001",
                             "N-26-0001",
                             "N-02026-0001",
                             "N-20260-0001",
                             "X-2026-0001",
                             "N2026-0001",
                             "N-2026-0001/",
                             "N-2026-0001/0",
                             "N-2026-0001/02",
                             "N-2026-0001/2@",
                             "N-2026-0001/2@0",
                             "N-2026-0001/2@03",
                             "N-2026-0001@3",
                             "N-2026-0001/2/3",
                             "N-2026-0001 ",
                             " N-2026-0001",
                             "R-2026-0001/2",
                             "P-2026-0001/2",
                             "L-2026-0001/2@3",
                             "N-2026-0001/2@3x",
                             "N--026-0001",
                             "Child J"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_reference(text).has_value());
    }
}

TEST_CASE("a reference written is the reference read") {
    CHECK(rc::check([] {
        Reference reference;
        reference.kind = *rc::gen::element(Kind::notification, Kind::case_, Kind::screening,
                                           Kind::review, Kind::publication, Kind::lesson);
        reference.year = *rc::gen::inRange(1600, 10000);
        reference.number = *rc::gen::inRange(1, 200000);
        const bool has_child = reference.kind == Kind::case_ || reference.kind == Kind::screening;
        if (has_child) reference.child = *rc::gen::inRange(1, 30);
        if (reference.kind == Kind::screening) reference.screening = *rc::gen::inRange(1, 30);
        RC_ASSERT(parse_reference(to_text(reference)) == reference);
    }));
}

TEST_CASE("a record has one name") {
    CHECK(rc::check([] {
        const auto digits = [] {
            return rc::gen::container<std::string>(rc::gen::element('0', '1', '9', '/', '@', '-'));
        };
        const std::string text = "N-2026-" + *digits();
        const auto reference = parse_reference(text);
        RC_ASSERT((!reference || to_text(*reference) == text));
    }));
}
