#include "scr/casework/batch.hpp"

namespace scr::casework {

Change& Batch::change() {
    if (!change_) change_ = store_.begin(act_);
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
    if (!change_) return;
    change_->commit();
    change_.reset();
    kept_.clear();
    records_ = 0;
    bytes_ = 0;
    ++made_;
}

}  // namespace scr::casework
