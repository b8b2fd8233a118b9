#include "scr/casework/batch.hpp"

#include <thread>

namespace scr::casework {

Change& Batch::change() {
    if (!change_) {
        if (made_ > 0) std::this_thread::sleep_for(turn_of_others);
        change_ = store_.begin(act_);
    }
    return *change_;
}

void Batch::keep(const LoadedCriteria& criteria) {
    if (kept_ == criteria.digest) return;
    change().keep_criteria(to_stored_text(criteria));
    kept_ = criteria.digest;
}

bool Batch::count(std::size_t bytes) {
    ++records_;
    bytes_ += bytes;
    return (records_ >= portion || bytes_ >= most_bytes) && commits_ == Commits::in_portions;
}

void Batch::commit() {
    records_ = 0;
    bytes_ = 0;
    if (!change_) return;
    change_->commit();
    change_.reset();
    kept_.clear();
    ++made_;
}

}  // namespace scr::casework
