#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace scr::digest {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// SHA-256 over parts fed one after another, for what does not lie in memory as one piece.
class Sha256 {
 public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::string_view bytes);
    /// The digest as 64 lower-case hexadecimal digits. Call once, last.
    std::string finish();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace scr::digest
