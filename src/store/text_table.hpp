#pragma once

#include <cstdint>
#include <string>

#include "scr/casework/store.hpp"
#include "scr/recent.hpp"
#include "store/table.hpp"

namespace scr::store {

class RowWriter;

inline constexpr Column facts_text_columns[] = {{"facts"}};
inline constexpr Table facts_text_table{"facts_text", facts_text_columns};

inline constexpr Column screening_text_columns[] = {
    {"results"}, {"criteria"}, {"missing"}, {"assumed"}, {"decisive"}};
inline constexpr Table screening_text_table{"screening_text", screening_text_columns};

// What many cases say alike is kept once in a load, as far as it is remembered. Across loads
// nothing is looked for, which would take an index as long as the texts.

/// The row that holds these facts, which is added unless this connection did before.
std::int64_t facts_text(RowWriter&, const casework::CommonFacts&);

/// The rows that hold what screenings came to: their lists.
class ScreeningTexts {
 public:
    /// Of one that says the same as another: looked for by its lists.
    std::int64_t of(RowWriter&, const record::ScreeningRecord&);
    /// The same, without a look at the lists where the very object was written before.
    std::int64_t of(RowWriter&, const casework::CommonScreening&);

 private:
    /// What is forgotten is written once more where it comes again.
    static constexpr std::size_t known_at_least = 25'000;

    Recent<std::string, std::int64_t> known_{known_at_least};
};

}  // namespace scr::store
