#include "intake/decoding.hpp"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <iterator>
#include <sstream>

#include "intake/sample.hpp"
#include "scr/failure.hpp"

using namespace scr::intake;

namespace {

std::string gzip(const std::string& text) {
    std::string packed(compressBound(text.size()) + 64, '\0');
    z_stream state{};
    REQUIRE(deflateInit2(&state, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(packed.data());
    state.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
    packed.resize(state.total_out);
    deflateEnd(&state);
    return packed;
}

std::string zstd(const std::string& text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
    return packed;
}

std::string read_unpacked(const std::string& bytes, std::size_t piece = 7) {
    sample::PieceBuffer pieces(bytes, piece);
    std::istream stream(&pieces);
    const auto meant = unpacked(stream);
    std::istream& from = meant ? *meant : stream;
    std::string text{std::istreambuf_iterator<char>(from), {}};
    return text;
}

std::string long_text() {
    std::string text = "ref,died\n";
    for (int i = 0; i < 60'000; ++i) text += std::to_string(i * 7919) + ",yes\n";
    return text;
}

/// How many records were read until the reader threw, and where it says that it broke off. With
/// `block` they are read in blocks of that size.
std::pair<std::size_t, std::string> read_until_damage(const std::string& bytes, std::size_t block) {
    std::istringstream stream(bytes);
    ReadOptions options{.name = "a.gz"};
    if (block > 0) options.block_size = block;
    RecordReader reader(stream, sample::criteria(), options);
    std::size_t records = 0;
    try {
        Block next;
        BlockParser::Other record;
        if (block > 0) REQUIRE(reader.begin_blocks());
        while (block > 0 ? reader.next_block(next) : reader.next(record)) {
            const std::string_view text = next.text();
            records += block > 0 ? std::ranges::count(text, '\n') : 1;
        }
    } catch (const scr::Failure& failure) {
        return {records, failure.where()};
    }
    return {records, "nowhere"};
}

}  // namespace

TEST_CASE("what gzip and zstd packed is unpacked whatever the pieces it comes in") {
    const std::string text = long_text();
    for (const std::size_t piece : {1, 7, 100'000}) {
        CHECK(read_unpacked(gzip(text), piece) == text);
        CHECK(read_unpacked(zstd(text), piece) == text);
    }
}

TEST_CASE("packed files one behind the other are one text") {
    CHECK(read_unpacked(gzip("a,b\n") + gzip("c,d\n")) == "a,b\nc,d\n");
    CHECK(read_unpacked(zstd("a,b\n") + zstd("c,d\n")) == "a,b\nc,d\n");
}

TEST_CASE("what is not packed stays as it is") {
    for (const std::string text : {"", "ref,died\n", "(ref),died\n", "\x1f", "(", "(\xb5"})
        CHECK(read_unpacked(text, 1) == text);
}

TEST_CASE("records come from a packed file as from the file itself") {
    const std::string text = "ref,died\na,yes\nb,no\n";
    CHECK(sample::read_texts(gzip(text), {}, 5) == sample::read_texts(text));
    CHECK(sample::read_texts(zstd(text), {}, 5) == sample::read_texts(text));
}

TEST_CASE("a packed file that is cut or damaged is not read to its end") {
    const std::string text = long_text();
    for (const std::string& packed : {gzip(text), zstd(text)})
        CHECK_THROWS_AS(sample::read_texts(packed.substr(0, packed.size() / 2)), scr::Failure);
    std::string damaged = gzip(text);
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    CHECK_THROWS_AS(sample::read_texts(damaged), scr::Failure);
}

TEST_CASE("a file packed twice is named so") {
    const std::string text = "ref,died\na,yes\n";
    CHECK_THROWS_WITH_AS(sample::read_texts(gzip(gzip(text))), "`standard input` is packed twice",
                         scr::Failure);
    CHECK_THROWS_WITH_AS(sample::read_texts(zstd(zstd(text))), "`standard input` is packed twice",
                         scr::Failure);
}

TEST_CASE("what stands before the damage is read in blocks as it is one by one") {
    const std::string text = long_text();
    for (const std::string& packed : {gzip(text), zstd(text)}) {
        const std::string cut = packed.substr(0, packed.size() / 2);
        for (const std::size_t block : {100, 1 << 17, 1 << 25}) {
            const auto [records, where] = read_until_damage(cut, 0);
            CHECK(records > 1'000);
            CHECK(where == fmt::format("a.gz:{}", records + 2));
            CHECK(read_until_damage(cut, block) == std::pair(records, where));
        }
    }
}
