#include "store/seal.hpp"

#include <sys/random.h>

#include <cstring>

#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {

std::string seal_digest(const Blob& salt, std::span<const ValueView> secrets) {
    text::JsonWriter json;
    json.begin_array();
    for (const auto& secret : secrets) {
        if (secret.kind() == ValueView::Kind::text) {
            json.value(secret.bytes());
        } else {
            json.null();
        }
    }
    json.end_array();
    return digest::sha256(salt.bytes + json.text());
}

Sealer::~Sealer() {
    explicit_bzero(random_.data(), random_.size());
}

Blob Sealer::next_salt() {
    if (used_ == random_.size()) {
        // Up to 256 bytes come whole once the system has collected entropy.
        if (getrandom(random_.data(), random_.size(), 0) != static_cast<ssize_t>(random_.size())) {
            throw Failure(FailureKind::store, "the system gives no random numbers");
        }
        used_ = 0;
    }
    char* const from = random_.data() + used_;
    used_ += salt_size;
    Blob salt{std::string(from, salt_size)};
    explicit_bzero(from, salt_size);
    return salt;
}

Seal Sealer::seal(std::initializer_list<ValueView> secrets) {
    Blob salt = next_salt();
    auto digest = seal_digest(salt, secrets);
    return {std::move(salt), std::move(digest)};
}

}  // namespace scr::store
