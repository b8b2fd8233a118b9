#include "scr/casework/kept_criteria.hpp"

#include <fmt/format.h>

#include "scr/failure.hpp"

namespace scr::casework {

CriteriaPointer kept_criteria(Store& store, CriteriaLibrary& library, const std::string& digest) {
    if (const auto text = store.criteria(digest)) return library.from_text(*text);
    throw Failure(
        FailureKind::store,
        fmt::format("the store does not hold the criteria text `{}`", digest.substr(0, 12)), "",
        "a record names it, so the store is damaged", "scr audit verify");
}

}  // namespace scr::casework
