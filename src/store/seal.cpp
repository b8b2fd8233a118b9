#include "store/seal.hpp"

#include <sys/random.h>

#include "scr/digest/sha256.hpp"
#include "scr/failure.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::store {

std::string seal_digest(const Blob& salt, const std::vector<Value>& secrets) {
    text::JsonWriter json;
    json.begin_array();
    for (const auto& secret : secrets) {
        if (const auto* words = std::get_if<std::string>(&secret)) {
            json.value(*words);
        } else {
            json.null();
        }
    }
    json.end_array();
    return digest::sha256(salt.bytes + json.text());
}

Seal seal(const std::vector<Value>& secrets) {
    Seal result;
    result.salt.bytes.resize(16);
    // Up to 256 bytes come whole once the system has collected entropy.
    if (getrandom(result.salt.bytes.data(), result.salt.bytes.size(), 0) != 16) {
        throw Failure(FailureKind::store, "the system gives no random numbers");
    }
    result.digest = seal_digest(result.salt, secrets);
    return result;
}

}  // namespace scr::store
