#pragma once

#include <SQLiteCpp/Exception.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "scr/failure.hpp"

namespace scr::store {

/// The file holds what no version of this program writes. Becomes a Failure in `guarded`.
struct Damaged : std::runtime_error {
    Damaged() : std::runtime_error("the store is damaged") {}
};

/// The database's error as the user shall read it. `committing`: it came from the COMMIT itself.
Failure failure_of(const SQLite::Exception& error, const std::string& file,
                   bool committing = false);

Failure damaged(const std::string& file);
Failure locked(const std::string& file);

/// Runs `work`; what the database throws becomes a Failure about `file`. Every entry to this room
/// goes through here.
template <class Work>
auto guarded(const std::string& file, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
        throw failure_of(error, file);
    } catch (const Damaged&) {
        throw damaged(file);
    }
}

/// The id found, or FailureKind::not_allowed: there is no such `noun`.
std::int64_t require(const std::optional<std::int64_t>& id, std::string_view noun,
                     std::string_view reference);

}  // namespace scr::store
