#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "scr/casework/store.hpp"

namespace scr::store {

/// How a store is opened.
struct OpenOptions {
    enum class Mode {
        read_only,   ///< nothing can be changed; an older schema is still migrated first
        read_write,  ///< the file must be there
        create,      ///< made when absent, with its folder
        begin,       ///< the same, and an empty file in its place is made a store
        dry_run,  ///< works on a copy in memory (an empty one when absent): the disk stays as it is
    };

    std::filesystem::path file;
    Mode mode = Mode::read_only;
    int busy_seconds = 10;      ///< how long to wait for another writer
    bool accept_clock = false;  ///< write although the clock is before the last event
    /// The real instant, `2026-11-23T10:00:00Z`; the system's clock when empty.
    std::function<std::string()> now = {};
};

/// Opens the record. Throws FailureKind::store when the file is absent (but in the modes above),
/// open to others, not a store, damaged, locked, or made by a newer program.
std::unique_ptr<casework::Store> open(const OpenOptions& options);

/// Whether there is a file at `path`; what it holds is not looked at.
bool exists(const std::filesystem::path& path);

}  // namespace scr::store
