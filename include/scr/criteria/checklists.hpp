#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/criteria.hpp"

/// The factors of all checklists of a file, and what they are called.
namespace scr::criteria {

/// A factor by its place in the file.
struct FactorPlace {
    std::size_t checklist = 0;
    std::size_t factor = 0;  ///< within the checklist

    bool operator==(const FactorPlace&) const = default;
};

/// Every factor, in file order.
std::vector<FactorPlace> factors_of(const Criteria&);

/// Those that are meant by `improvements` or `lcspr.improvements`; the first form can mean several.
std::vector<FactorPlace> factors_called(const Criteria&, std::string_view name);

/// The shortest name that means this factor alone.
std::string factor_name(const Criteria&, FactorPlace);

/// `lcspr.improvements`, whether or not that much is needed.
std::string full_factor_name(const Criteria&, FactorPlace);

}  // namespace scr::criteria
