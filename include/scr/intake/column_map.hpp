#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria/answer_codes.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/criteria/document.hpp"
#include "scr/record/date_form.hpp"

namespace scr::intake {

/// How somebody else's files write one column of ours.
struct MappedColumn {
    std::string column;  ///< our name: a fact or a reserved column
    std::string header;  ///< theirs, or their JSON key
    std::optional<criteria::AnswerCodes> codes;
    std::optional<record::DateForm> date;
};

/// How somebody else's files say what ours say: see scr-map(5).
struct ColumnMap {
    std::string name;  ///< for messages
    std::vector<MappedColumn> columns;
    std::vector<std::string> ignore;  ///< headers that are known and not used

    const MappedColumn* find(std::string_view column) const;
    /// The codes of each fact, as a ScreeningTable takes them. The map must outlive them.
    criteria::CodedFacts coded_facts(const criteria::Criteria&) const;
};

/// A map, or all that is wrong with it.
struct MapReading {
    std::optional<ColumnMap> map;
    std::vector<criteria::Diagnostic> diagnostics;
};

/// What an answer that is still to be given is written as, by a draft that is refused until then.
inline constexpr std::string_view to_be_given = "?";
/// What stands before the header of a column that was only guessed.
inline constexpr std::string_view guess_mark = "? ";

/// Reads a map for files that are screened under these criteria. `facts_elsewhere` are known to
/// other criteria: a column may be one of them, and its codes are theirs to check.
MapReading read_column_map(const criteria::Document&, const criteria::Criteria&,
                           const std::vector<std::string>& facts_elsewhere = {});

}  // namespace scr::intake
