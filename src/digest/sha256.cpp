#include "scr/digest/sha256.hpp"

// The plain functions: those of EVP look up a provider first, which costs more than the digest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <array>
#include <new>

namespace scr::digest {
namespace {

SHA256_CTX& context_in(std::array<std::byte, sizeof(SHA256_CTX)>& state) {
    return *std::launder(reinterpret_cast<SHA256_CTX*>(state.data()));
}

}  // namespace

Sha256::Sha256() {
    // The state is plain, so that copying the bytes copies it.
    static_assert(std::is_trivially_copyable_v<SHA256_CTX>);
    SHA256_Init(new (state_.data()) SHA256_CTX);
}

void Sha256::update(std::string_view bytes) {
    SHA256_Update(&context_in(state_), bytes.data(), bytes.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> raw{};
    SHA256_Final(raw.data(), &context_in(state_));
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(raw.size() * 2, '0');
    auto to = text.begin();
    for (const unsigned char byte : raw) {
        *to++ = digits[byte >> 4];
        *to++ = digits[byte & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

}  // namespace scr::digest
