#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string>

#include "store/value.hpp"

namespace scr::store {

/// How an identity enters the log: a digest that tells nobody the value without the salt, and that
/// nobody can test a guess against once the salt is destroyed (a plain digest of a name is
/// guessable).
struct Seal {
    Blob salt;
    std::string digest;
};

/// SHA-256 over the salt and the secrets as a JSON list.
std::string seal_digest(const Blob& salt, std::span<const ValueView> secrets);

/// Seals identities. Random bytes are asked for several seals at a time, for to ask takes as long
/// as to seal.
class Sealer {
 public:
    Sealer() = default;
    ~Sealer();
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;

    /// Seals `secrets` (texts or nulls) under 16 random bytes of their own.
    Seal seal(std::initializer_list<ValueView> secrets);

 private:
    static constexpr std::size_t salt_size = 16;
    Blob next_salt();

    std::array<char, 16 * salt_size> random_{};
    std::size_t used_ = random_.size();
};

}  // namespace scr::store
