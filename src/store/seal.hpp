#pragma once

#include <string>
#include <vector>

#include "store/value.hpp"

namespace scr::store {

/// How an identity enters the log: a digest that tells nobody the value without the salt, and that
/// nobody can test a guess against once the salt is destroyed (a plain digest of a name is
/// guessable).
struct Seal {
    Blob salt;
    std::string digest;
};

/// Seals `secrets` (texts or nulls) under 16 fresh random bytes.
Seal seal(const std::vector<Value>& secrets);

/// SHA-256 over the salt and the secrets as a JSON list.
std::string seal_digest(const Blob& salt, const std::vector<Value>& secrets);

}  // namespace scr::store
