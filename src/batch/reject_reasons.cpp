#include "scr/batch/reject_reasons.hpp"

namespace scr::batch {

void RejectReasons::add(const casework::RejectedRecord& rejected) {
    const std::string problem = rejected.problem.substr(0, rejected.problem.find(": `"));
    const Reason reason{rejected.field, problem};
    const bool known = counts_.contains(reason);
    ++counts_[known || counts_.size() < most ? reason : Reason{"", "other reasons"}];
}

}  // namespace scr::batch
