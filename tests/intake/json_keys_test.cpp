#include "intake/json_keys.hpp"

#include <doctest/doctest.h>

#include <string>

#include "intake/input_buffer.hpp"
#include "intake/sample.hpp"

namespace {

using scr::intake::Columns;
using scr::intake::ColumnsMet;
using scr::intake::JsonKeys;

/// Looks keys up as a block has them: behind their opening quotes.
class Lines {
 public:
    explicit Lines(bool pass_over = true) : keys_(columns_, pass_over, met_) { keys_.begin_line(); }

    void begin() { keys_.begin_line(); }
    const JsonKeys::Key* find(std::string text) {
        const std::size_t size = text.size();
        text.append(scr::intake::InputBuffer::padding, '\0');
        return keys_.find(text.data(), text.data() + size);
    }
    const Columns& columns() const { return columns_; }
    bool met(std::string_view column) const { return met_.has(*columns_.own(column)); }

 private:
    Columns columns_{scr::intake::sample::criteria(), {}};
    ColumnsMet met_{columns_};
    JsonKeys keys_;
};

}  // namespace

TEST_CASE("a key is found up to its value") {
    Lines lines;
    const auto* const key = lines.find("died\" : \"yes\"");
    REQUIRE(key != nullptr);
    CHECK(key->size() == 8);
    CHECK(key->column() == lines.columns().own("died"));
    CHECK(lines.met("died"));
    CHECK_FALSE(lines.met("age"));
}

TEST_CASE("a key counts once a line however it is written") {
    Lines lines;
    CHECK(lines.find("died\":1") != nullptr);
    CHECK(lines.find("died\" :1") == nullptr);
    CHECK(lines.find("Died\":1") == nullptr);
    lines.begin();
    CHECK(lines.find("Died\":1") != nullptr);
    CHECK(lines.find("died\":1") == nullptr);
}

TEST_CASE("keys that are passed over are told apart by all of their bytes") {
    Lines lines;
    const std::string long_name(40, 'x');
    CHECK(lines.find(long_name + "a\":1") != nullptr);
    CHECK(lines.find(long_name + "b\":1") != nullptr);
    CHECK(lines.find(long_name + "b\": 1") == nullptr);
    lines.begin();
    CHECK(lines.find(long_name + "b\":1")->position() == lines.columns().size());
    CHECK(lines.find(long_name + "a\":1")->column() == nullptr);
    CHECK(lines.find(long_name + "c\":1") != nullptr);
}

TEST_CASE("what is no plain key is not found") {
    Lines lines;
    CHECK(lines.find("di\\u0065d\":1") == nullptr);
    CHECK(lines.find("a\tb\":1") == nullptr);
    CHECK(lines.find("\xFF\":1") == nullptr);
    CHECK(lines.find("died\"1") == nullptr);
    CHECK(lines.find("died") == nullptr);
    CHECK(Lines(false).find("elsewhere\":1") == nullptr);
}
