#include "scr/casework/criteria_library.hpp"

namespace scr::casework {

CriteriaText to_stored_text(const LoadedCriteria& loaded) {
    return {loaded.digest, loaded.criteria.id, loaded.criteria.title, loaded.text};
}

}  // namespace scr::casework
