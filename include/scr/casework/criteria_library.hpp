#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scr/casework/store.hpp"
#include "scr/criteria/criteria.hpp"

namespace scr::casework {

/// A criteria file that compiled, with its text: what a screening names and the store keeps.
struct LoadedCriteria {
    criteria::Criteria criteria;
    std::string digest;  ///< SHA-256 of the text, hexadecimal
    std::string text;
    std::string name;  ///< the file it came from, or `ID (built in)`, for messages
};

using CriteriaPointer = std::shared_ptr<const LoadedCriteria>;

/// Where criteria files come from. Every text is compiled at most once in a run. What does not
/// compile throws Failure (refused) with all its diagnostics.
class CriteriaLibrary {
 public:
    virtual ~CriteriaLibrary() = default;

    /// An id, or a file: a name with a slash or ending in `.toml`. Throws Failure (usage) for an
    /// unknown id, (refused) for a file that cannot be read.
    virtual CriteriaPointer by_name(const std::string& file_or_id) = 0;
    /// The same for screening alone: without examples and claims, where those can be left unread.
    virtual CriteriaPointer rules_of(const std::string& id) = 0;
    /// A text that the store kept, for screening alone.
    virtual CriteriaPointer from_text(const CriteriaText&) = 0;
    /// The text of this SHA-256, where it was compiled before in this run; else null.
    virtual CriteriaPointer compiled_before(const std::string& digest) = 0;
    /// As from_text, with examples and claims.
    virtual CriteriaPointer whole_text(const CriteriaText&) = 0;
    /// Whether this very text came with the program.
    virtual bool is_shipped(const LoadedCriteria&) = 0;
    /// The ids that by_name knows, in alphabetical order.
    virtual std::vector<std::string> ids() = 0;
    /// The names under which by_name knows the readings that came with the program, in alphabetical
    /// order: they are compared with a file or named, and never picked by date.
    virtual std::vector<std::string> readings() = 0;
    /// What those files say of themselves, in the same order. Throws Failure (refused) where one
    /// cannot be read so far: it might be the one that is wanted.
    virtual const std::vector<criteria::CriteriaHead>& heads() = 0;
};

/// What the store keeps of a criteria file.
CriteriaText to_stored_text(const LoadedCriteria&);

}  // namespace scr::casework
