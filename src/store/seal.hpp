#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "store/value.hpp"

namespace scr::store {

/// How an identity enters the log: a digest that tells nobody the value without the salt, and that
/// nobody can test a guess against once the salt is destroyed (a plain digest of a name is
/// guessable).
struct Seal {
    static constexpr std::size_t salt_size = 16;

    ValueView salt_value() const {
        return {ValueView::Kind::blob, std::string_view(salt.data(), salt.size())};
    }

    std::array<char, salt_size> salt;
    std::string digest;
};

/// SHA-256 over the salt and the secrets as a JSON list.
std::string seal_digest(std::string_view salt, std::span<const ValueView> secrets);

/// Seals identities. Random bytes are asked for several seals at a time, for to ask takes as long
/// as to seal.
class Sealer {
 public:
    Sealer() = default;
    ~Sealer();
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;

    /// Seals `secrets` (texts or nulls) under random bytes of their own.
    Seal seal(std::initializer_list<ValueView> secrets);

 private:
    void take_salt(std::array<char, Seal::salt_size>& salt);

    std::array<char, 16 * Seal::salt_size> random_{};
    std::size_t used_ = random_.size();
};

}  // namespace scr::store
