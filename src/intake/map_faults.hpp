#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/diagnostic.hpp"
#include "scr/criteria/document.hpp"

namespace scr::intake {

/// Collects what is wrong in a map while reading goes on.
class MapFaults {
 public:
    void add(criteria::Span span, std::string message, std::string note = "",
             std::string help = "");

    /// A key that `table` does not have. `keys`: those that it has.
    void unknown_key(const criteria::Entry&, std::string_view table,
                     const std::vector<std::string>& keys);

    /// The text of an entry; null, and a fault, for another thing.
    const criteria::Text* text(const criteria::Entry&);
    /// The table of an entry; null, and a fault, for another thing.
    const criteria::Table* table(const criteria::Entry&, std::string_view help);

    std::vector<criteria::Diagnostic>& found() { return found_; }

 private:
    std::vector<criteria::Diagnostic> found_;
};

}  // namespace scr::intake
