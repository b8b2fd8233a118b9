#include "store/seal.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cstring>

#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {

std::string seal_digest(std::string_view salt, std::span<const ValueView> secrets) {
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
    digest::Sha256 digest;
    digest.update(salt);
    digest.update(json.text());
    return digest.finish();
}

Sealer::~Sealer() {
    explicit_bzero(random_.data(), random_.size());
}

void Sealer::take_salt(std::array<char, Seal::salt_size>& salt) {
    if (used_ == random_.size()) {
        // Up to 256 bytes come whole once the system has collected entropy.
        if (getrandom(random_.data(), random_.size(), 0) != static_cast<ssize_t>(random_.size())) {
            throw Failure(FailureKind::store, "the system gives no random numbers");
        }
        used_ = 0;
    }
    char* const from = random_.data() + used_;
    used_ += salt.size();
    std::copy_n(from, salt.size(), salt.begin());
    explicit_bzero(from, salt.size());
}

Seal Sealer::seal(std::initializer_list<ValueView> secrets) {
    Seal seal;
    take_salt(seal.salt);
    seal.digest = seal_digest(seal.salt_value().bytes(), secrets);
    return seal;
}

}  // namespace scr::store
