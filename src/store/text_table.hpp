#pragma once

#include <cstdint>
#include <string>

#include "scr/casework/recent.hpp"
#include "scr/casework/store.hpp"
#include "store/table.hpp"

namespace scr::store {

class RowWriter;

inline constexpr Column facts_text_columns[] = {{"facts"}};
inline constexpr Table facts_text_table{"facts_text", facts_text_columns};

inline constexpr Column screening_text_columns[] = {
    {"results"}, {"criteria"}, {"missing"}, {"assumed"}, {"decisive"}};
inline constexpr Table screening_text_table{"screening_text", screening_text_columns};

/// The texts that a change has written so far, by what they say: what many cases say alike is kept
/// once in each change. Across changes nothing is looked for, which would take an index as long as
/// the texts.
class Texts {
 public:
    /// The row that holds these facts, added where there is none yet.
    std::int64_t of_facts(RowWriter&, const std::string& facts);
    /// The row that holds what a screening came to: its lists.
    std::int64_t of_screening(RowWriter&, const record::ScreeningRecord&);
    /// The same, without a look at the lists where the very object was asked for before.
    std::int64_t of_screening(RowWriter&, const casework::SharedScreening&);

 private:
    struct Known {
        casework::SharedScreening screening;  ///< kept alive, so that no other has its address
        std::int64_t id = 0;
    };

    /// What is forgotten is written once more where it comes again.
    static constexpr std::size_t known_at_least = 25'000;

    casework::Recent<std::string, std::int64_t> facts_{known_at_least};
    casework::Recent<std::string, std::int64_t> screenings_{known_at_least};
    casework::Recent<const record::ScreeningRecord*, Known> shared_{known_at_least};
};

}  // namespace scr::store
