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

bool Batch::count() {
    return ++records_ >= portion && commits_ == Commits::in_portions;
}

void Batch::commit() {
    if (!change_) return;
    change_->commit();
    change_.reset();
    kept_.clear();
    records_ = 0;
    ++made_;
}

}  // namespace scr::casework
