#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scr/casework/incoming.hpp"
#include "scr/criteria/criteria.hpp"
#include "scr/digest/sha256.hpp"
#include "scr/record/notification.hpp"

/// How the facts of a case are kept: one canonical JSON object a version, so that the same facts
/// always have the same digest.
namespace scr::casework {

/// Facts as a criteria file reads them; it may be another one than they were recorded under.
struct StoredFacts {
    criteria::Answers answers;                        ///< one a fact of the criteria
    std::map<std::size_t, Attribution> attributions;  ///< by fact
    /// What the criteria do not ask about: name and JSON as kept, in the order of the names.
    std::vector<std::pair<std::string, std::string>> others;
    /// Facts of the criteria whose kept answer is none of theirs; the answer is left blank.
    std::vector<std::size_t> misfits;
};

/// Facts in the order of the criteria file, then the others. A blank fact is absent, an unknown is
/// `"unknown"`, an integer is a number; an answer with an attribution is an object with `value` and
/// those of `source`, `judged_by`, `ground`, `on` that are not blank.
std::string facts_to_json(const criteria::Criteria&, const StoredFacts&);

/// Reads what facts_to_json wrote, for these criteria or others; facts go by their names. Throws
/// Failure (store) for any other text.
StoredFacts facts_from_json(const criteria::Criteria&, std::string_view json);

/// SHA-256 over canonical facts and dates: two versions with the same digest say the same. Of one
/// facts text, with whatever dates: what all its digests begin with is read once.
class FactsDigest {
 public:
    explicit FactsDigest(std::string_view facts_json);
    std::string with(const record::CaseDates&) const;

 private:
    std::string work_out(const record::CaseDates&) const;

    digest::Sha256 begun_;
    std::string undated_;
};

/// For facts that are digested once.
std::string facts_digest(std::string_view facts_json, const record::CaseDates&);

}  // namespace scr::casework
