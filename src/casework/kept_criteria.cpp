#include "scr/casework/kept_criteria.hpp"

#include <fmt/format.h>

#include "scr/failure.hpp"
#include "scr/text/strings.hpp"

namespace scr::casework {

CriteriaPointer kept_criteria(Store& store, CriteriaLibrary& library, const std::string& digest) {
    // A digest is a text: who screens a whole store asks for the same one a case.
    if (auto known = library.compiled_before(digest)) return known;
    if (const auto text = store.criteria(digest)) return library.from_text(*text);
    throw Failure(
        FailureKind::store,
        fmt::format("the store does not hold the criteria text `{}`", digest.substr(0, 12)), "",
        "a record names it, so the store is damaged", "scr audit verify");
}

CriteriaText kept_text_of(Store& store, const std::string& beginning) {
    std::vector<CriteriaText> found;
    for (auto& text : store.criteria_texts()) {
        if (text.digest.starts_with(beginning)) found.push_back(std::move(text));
    }
    if (found.size() == 1) return std::move(found.front());
    std::vector<std::string> choices;
    for (const auto& text : found) choices.push_back(fmt::format("{} ({})", text.digest, text.id));
    throw Failure(
        FailureKind::usage,
        fmt::format("{} of the record has a digest that begins with `{}`",
                    found.empty() ? "no criteria text" : "more than one criteria text", beginning),
        "", found.empty() ? "" : "they are " + text::join(choices, ", "),
        found.empty() ? "scr criteria list" : "write more of it");
}

}  // namespace scr::casework
