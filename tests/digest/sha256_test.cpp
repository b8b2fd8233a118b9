#include "scr/digest/sha256.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using scr::digest::sha256;

TEST_CASE("the digests of FIPS 180-4 examples come out") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("feeding a text in two parts gives the digest of the whole") {
    CHECK(rc::check([](const std::string& a, const std::string& b) {
        scr::digest::Sha256 hash;
        hash.update(a);
        hash.update(b);
        RC_ASSERT(hash.finish() == sha256(a + b));
    }));
}

TEST_CASE("a copy goes on by itself") {
    scr::digest::Sha256 begun;
    begun.update("the same ");
    scr::digest::Sha256 other = begun;
    begun.update("first");
    other.update("second");
    CHECK(begun.finish() == scr::digest::sha256("the same first"));
    CHECK(other.finish() == scr::digest::sha256("the same second"));
}
