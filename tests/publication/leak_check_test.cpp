#include "scr/publication/leak_check.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "scr/text/fold.hpp"

using scr::publication::find_leaks;
using scr::publication::LeakFinding;
using scr::publication::Needle;
using scr::publication::Segment;

namespace {

Needle needle(const std::string& kind, const std::string& value,
              const std::string& role = "child") {
    return {{role, kind, value}, "N-2026-0001/1"};
}

std::vector<LeakFinding> leaks(const std::string& text, const Needle& what) {
    return find_leaks({{text, "line 1"}}, {what});
}

bool found(const std::string& text, const Needle& what) {
    return !leaks(text, what).empty();
}

}  // namespace

TEST_CASE("a finding says label and case and place and hides the value") {
    const auto findings =
        find_leaks({{"The sister of BARTHOLOMEW was at home that day with her mother.", "line 12"}},
                   {needle("name", "Bartholomew")});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0] == LeakFinding{"child name", "N-2026-0001/1", "line 12",
                                     "The sister of […] was at home that"});
}

TEST_CASE("a short name is found as a word only") {
    const auto ann = needle("name", "Ann");
    CHECK(found("Then Ann left.", ann));
    CHECK(found("_ann_", ann));
    CHECK(found("Ann's bag", ann));
    CHECK_FALSE(found("This was planned for the annual meeting.", ann));
    CHECK_FALSE(found("Évann Annélise", ann));
}

TEST_CASE("a key of six characters is found inside a word") {
    CHECK(found("the Bartholomews", needle("name", "Bartholomew")));
    CHECK(found("xxabcdefxx", needle("case_number", "abcdef")));
    CHECK_FALSE(found("xxabcdexx", needle("case_number", "abcde")));
}

TEST_CASE("white space of any kind and length is one space") {
    const auto name = needle("name", "Ann Lee");
    CHECK(found("Ann\n   Lee", name));
    CHECK(found("Ann\xC2\xA0Lee", name));
    CHECK(found("Ann \t\r\n\xE2\x80\x89 Lee", name));
    CHECK(found("Ann Lee", needle("name", "  Ann\tLee ")));
    CHECK_FALSE(found("Ann. Lee", name));
}

TEST_CASE("typographic signs and invisible characters do not hide a name") {
    CHECK(found("Mary O’Brien", needle("name", "o'brien")));
    CHECK(found("Mary O'Brien", needle("name", "O’Brien")));
    CHECK(found("Smith‑Jones", needle("name", "Smith-Jones")));
    CHECK(found("Bar\xC2\xADtholo\xE2\x80\x8Bmew", needle("name", "Bartholomew")));
}

TEST_CASE("letters beyond ASCII are compared without case") {
    CHECK(found("ŁUKASZ", needle("name", "łukasz")));
    CHECK(found("ΣΟΦΊΑ", needle("name", "Σοφία")));
    CHECK(found("елена", needle("name", "ЕЛЕНА")));
}

TEST_CASE("a name of several words is found by its whole and by its longer words") {
    const auto name = needle("name", "Miss Ida Mae Winterbourne-Smyth");
    CHECK(found("miss ida mae winterbourne-smyth", name));
    CHECK(found("a Smyth by birth", name));
    CHECK(found("Winterbourne", name));
    CHECK_FALSE(found("Ida and Mae", name));
    CHECK_FALSE(found("a near miss", name));
    CHECK_FALSE(found("Smythe", name));
    CHECK_FALSE(found("Road", needle("address", "12 Long Road")));
    CHECK(found("at 12 LONG ROAD", needle("address", "12 Long Road")));
}

TEST_CASE("a number is found however it is grouped") {
    for (const char* stored : {"943 476 5919", "9434765919", "943-476-5919"}) {
        for (const char* written : {"943 476 5919", "9434765919", "943-476-5919"}) {
            CAPTURE(stored);
            CAPTURE(written);
            CHECK(found(std::string("No. ") + written, needle("nhs_number", stored)));
        }
    }
    CHECK(found("ZZ997ZZ", needle("postcode", "ZZ99 7ZZ")));
    CHECK(found("zz99 7zz", needle("postcode", "ZZ997ZZ")));
    CHECK(found("01632 960 001", needle("telephone", "01632 960 001")));
    CHECK(found("01632960001", needle("telephone", "01632 960 001")));
}

TEST_CASE("a date of birth is found in its written forms") {
    const auto born = needle("date_of_birth", "2019-02-03");
    for (const char* form : {"2019-02-03", "3 February 2019", "03 FEBRUARY 2019", "03/02/2019",
                             "3/2/2019", "3\nFebruary\n2019"}) {
        CAPTURE(form);
        CHECK(found(std::string("born ") + form + ".", born));
    }
    CHECK_FALSE(found("13 February 2019", born));
    CHECK_FALSE(found("13/2/2019", born));
    CHECK_FALSE(found("February 2019", born));
    for (const char* form :
         {"3/2/19", "03.02.19", "3-2-2019", "03022019", "20190203", "3rd February 2019",
          "3rd of February 2019", "3 Feb 2019", "Feb 3, 2019", "FEBRUARY 03 2019"}) {
        CAPTURE(form);
        CHECK(found(std::string("born on ") + form + " at home", born));
    }
    CHECK_FALSE(found("13/2/19", born));
    CHECK_FALSE(found("3 February 2018", born));
    CHECK_FALSE(found("013 February 2019", needle("date_of_birth", "2019-02-23")));
    CHECK(found("in spring 2019", needle("date_of_birth", "spring 2019")));
}

TEST_CASE("other needles in the context are hidden with the whole word they stand in") {
    const auto findings = find_leaks({{"Ann Lee and little Bartholomewkin saw Joe.", "line 1"}},
                                     {needle("name", "Joe", "sibling"), needle("name", "Ann Lee"),
                                      needle("nickname", "Bartholomew", "parent")});
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].label == "child name");
    CHECK(findings[0].masked_context == "[…] and little");
    CHECK(findings[1].label == "parent nickname");
    CHECK(findings[1].masked_context == "[…] and little […] saw […].");
    CHECK(findings[2].label == "sibling name");
}

TEST_CASE("labels speak as people do") {
    const auto label = [](const char* role, const char* kind) {
        return leaks("abc", needle(kind, "abc", role)).at(0).label;
    };
    CHECK(label("sibling", "nhs_number") == "sibling NHS number");
    CHECK(label("other", "name") == "other person name");
    CHECK(label("child", "date_of_birth") == "child date of birth");
    CHECK(label("child", "other") == "child detail");
}

TEST_CASE("a joined paragraph does not repeat what its lines gave") {
    const std::vector<Segment> segments{{"Then Ann", "line 4", 4, 4},
                                        {"Lee left", "line 5", 5, 5},
                                        {"Then Ann Lee left", "lines 4 to 5", 4, 5}};
    const auto split = find_leaks(segments, {needle("name", "Ann Lee")});
    REQUIRE(split.size() == 1);
    CHECK(split[0].where == "lines 4 to 5");
    const auto whole = find_leaks(segments, {needle("name", "Ann")});
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].where == "line 4");
}

TEST_CASE("a value without a letter or digit is not looked for") {
    CHECK_FALSE(found("- and – and ?", needle("name", "-")));
    CHECK_FALSE(found("anything", needle("name", "")));
    CHECK_FALSE(found("anything", needle("postcode", " \n")));
}

namespace {

/// Words of the letters m to z only; needles use a to l, so a clean text cannot hold one by chance.
rc::Gen<std::string> word(char from, char to, int longest) {
    return rc::gen::mapcat(rc::gen::inRange(1, longest + 1), [=](int length) {
        return rc::gen::container<std::string>(
            static_cast<std::size_t>(length),
            rc::gen::inRange<char>(from, static_cast<char>(to + 1)));
    });
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& each : words) text += each + " ";
    return text;
}

std::string in_random_case(std::string text) {
    for (char& letter : text) {
        if (*rc::gen::arbitrary<bool>() && letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
    }
    return text;
}

const auto clean_words = rc::gen::container<std::vector<std::string>>(word('m', 'z', 9));

}  // namespace

TEST_CASE("a planted name in any letter case is always found and never shown") {
    CHECK(rc::check([] {
        const auto before = joined(*clean_words);
        const auto after = joined(*clean_words);
        const auto first = *word('a', 'l', 12);
        const auto name = *rc::gen::arbitrary<bool>() ? first : first + " " + *word('a', 'l', 12);
        const auto text = before + in_random_case(name) + " " + after;
        const auto findings = leaks(text, needle("name", in_random_case(name)));
        RC_ASSERT(findings.size() == 1U);
        const auto shown = scr::text::fold_case(findings[0].masked_context);
        RC_ASSERT(shown.find(name) == std::string::npos);
        RC_ASSERT(std::ranges::none_of(shown, [](char c) { return c >= 'a' && c <= 'l'; }));
    }));
}

TEST_CASE("no context of several planted names shows any of them") {
    CHECK(rc::check([] {
        const auto names =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word('a', 'd', 7)));
        std::vector<Needle> needles;
        std::string text;
        for (const auto& name : names) {
            needles.push_back(needle("name", name));
            text += in_random_case(name) + " " + *word('m', 'z', 9) + " ";
        }
        const auto findings = find_leaks({{text, "line 1"}}, needles);
        RC_ASSERT(!findings.empty());
        for (const auto& finding : findings)
            RC_ASSERT(find_leaks({{finding.masked_context, ""}}, needles).empty());
    }));
}

TEST_CASE("a clean text gives no finding") {
    CHECK(rc::check([] {
        RC_ASSERT(leaks(joined(*clean_words),
                        needle("name", *word('a', 'l', 12) + " " + *word('a', 'l', 12)))
                      .empty());
    }));
}

TEST_CASE("any bytes are searched to their end") {
    CHECK(rc::check([](const std::string& text, const std::string& value) {
        for (const auto& finding : leaks(text, needle("name", value)))
            RC_ASSERT(finding.where == "line 1");
    }));
}
