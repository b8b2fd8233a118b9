#pragma once

#include <array>
#include <unordered_map>

#include "scr/casework/store.hpp"
#include "store/value.hpp"

namespace scr::store {

/// The columns of a screening that hold lists, as JSON: results, criteria, missing, assumed,
/// decisive.
using ListColumns = std::array<Value, 5>;

ListColumns list_columns_of(const record::ScreeningRecord&);

/// The list columns of screenings that many cases share, each written out once.
class ScreeningTexts {
 public:
    ListColumns of(const casework::SharedScreening&);

 private:
    struct Known {
        casework::SharedScreening screening;  ///< kept alive, so that no other has its address
        ListColumns columns;
    };
    std::unordered_map<const record::ScreeningRecord*, Known> known_;
};

}  // namespace scr::store
