#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scr/casework/store.hpp"

/// From what a person types to the record meant: a reference, or a pseudonym in its place. Several
/// records of one pseudonym are listed, never guessed. What is not there throws Failure
/// (not_allowed).
namespace scr::casework {

/// The reviews of that pseudonym, oldest first; letter case and outer spaces are ignored.
std::vector<record::Review> reviews_called(Store&, std::string_view pseudonym);

/// A case; the children of a notification; the cases of the review of that pseudonym.
std::vector<record::Case> cases_named(Store&, const std::string& name);
/// Those of all `names`, each once, in the order named.
std::vector<record::Case> cases_named(Store&, const std::vector<std::string>& names);
/// Exactly one case.
record::Case case_named(Store&, const std::string& name);

record::Review review_named(Store&, const std::string& name);

record::Publication publication_named(Store&, const std::string& name);

/// That `name` is no record of this kind: a reference of another kind, one that is not in the
/// store, or no reference at all. `plural` is what `scr list` calls them.
[[noreturn]] void refuse_name(const std::string& name, std::string_view kind,
                              std::string_view plural);

/// Why `name` is refused: it stands for several records. `choices` names each with a few words.
[[noreturn]] void refuse_several(const std::string& name, const std::vector<std::string>& choices);

/// `R-2026-0001 (Serious case review, opened 2026-01-31)`.
std::string in_words(const record::Review&);

}  // namespace scr::casework
