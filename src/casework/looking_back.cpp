#include "scr/casework/looking_back.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scr/text/strings.hpp"

namespace scr::casework {

std::variant<record::Case, ChoiceRefusal> as_known(Store& store, record::Case child,
                                                   const LookingBack& back) {
    if (!back.known_at) return child;
    auto versions = store.facts_of(child.reference);
    // Instants have one form of fixed width, so the order of texts is that of time.
    const auto later = std::ranges::find_if(versions, [&](const record::FactsVersion& version) {
        return version.recorded_at >= back.known_before;
    });
    if (later == versions.begin()) {
        return ChoiceRefusal{
            fmt::format("it was not recorded by the end of {}", record::to_text(*back.known_at)),
            fmt::format("it was recorded at {}", later->recorded_at),
            "name a later day: --known-at DATE"};
    }
    child.facts = std::move(*std::prev(later));
    return child;
}

std::string in_words(const LookingBack& back, int version, int newest) {
    std::vector<std::string> words;
    if (back.in_force_on) {
        words.push_back(
            fmt::format("the criteria in force on {}", record::to_text(*back.in_force_on)));
    }
    if (back.known_at) {
        words.push_back(fmt::format("the facts as recorded by the end of {}, version {} of {}",
                                    record::to_text(*back.known_at), version, newest));
    }
    return text::join(words, "; ");
}

}  // namespace scr::casework
