#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "scr/casework/criteria_library.hpp"
#include "scr/casework/store.hpp"

namespace scr::casework {

/// One act over many records: a change is begun when there is something to write, and committed
/// when it is full, so that a large load neither spills its cache nor shuts readers out. Destroyed
/// without `commit`, it leaves no trace of what was not committed yet.
class Batch {
 public:
    enum class Commits { in_portions, at_the_end };

    static constexpr std::size_t portion = 50'000;  ///< records a commit
    /// Facts and summaries a commit, in bytes: with its other columns and the indexes a portion
    /// stays in the store's page cache, for one that does not shuts every reader out until its
    /// commit.
    static constexpr std::size_t most_bytes = std::size_t{40} << 20;

    /// Between two commits, for others who wait to write: without it none of them would have a turn
    /// while a large load lasts.
    static constexpr std::chrono::milliseconds turn_of_others{15};

    Batch(Store& store, record::Act act, Commits commits = Commits::in_portions)
        : store_(store), act_(std::move(act)), commits_(commits) {}

    /// The change under way.
    Change& change();
    /// Keeps a criteria text with the change under way, once.
    void keep(const LoadedCriteria&);
    /// Counts a record that was looked at, and the bytes of one that was written; true when this is
    /// the time to commit, or to let others write where nothing was.
    bool count(std::size_t bytes);
    /// Commits what is under way; nothing happens, and no event is written, when nothing is.
    void commit();

    Store& store() const { return store_; }
    /// How often was committed. Between two commits a reader of the store does not see what was
    /// added.
    int commits() const { return made_; }

 private:
    Store& store_;
    record::Act act_;
    Commits commits_;
    std::unique_ptr<Change> change_;
    std::string kept_;  ///< digest of the text kept last
    std::size_t records_ = 0;
    std::size_t bytes_ = 0;
    int made_ = 0;
};

}  // namespace scr::casework
