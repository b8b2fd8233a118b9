#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "scr/casework/incoming.hpp"

namespace scr::batch {

/// Why records were refused, counted. A reason is a field and what is wrong with it, without the
/// value that was written there.
class RejectReasons {
 public:
    /// Reasons beyond this many are one: a file of nothing but wrong keys has as many as keys.
    static constexpr std::size_t most = 200;
    using Reason = std::pair<std::string, std::string>;  ///< field (may be blank) and problem

    void add(const casework::RejectedRecord&);
    const std::map<Reason, std::size_t>& counts() const { return counts_; }

 private:
    std::map<Reason, std::size_t> counts_;
};

}  // namespace scr::batch
