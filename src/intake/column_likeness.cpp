#include "intake/column_likeness.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "scr/text/strings.hpp"
#include "scr/text/suggestion.hpp"

namespace scr::intake {

namespace {

using Words = std::set<std::string, std::less<>>;

/// How people call the columns that every file has.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> other_words{{
    {"ref", "case reference number no id"},
    {"agency", "agency organisation"},
    {"received_on", "date received notified"},
    {"incident_on", "date incident"},
    {"died_on", "date death died"},
    {"harmed_on", "date harm harmed"},
    {"became_aware_on", "date aware"},
    {"date_of_birth", "date birth born dob"},
    {"area", "area district"},
}};

constexpr std::string_view noise =
    " a an and any are at by child code did do flag for has have how if in ind indicator is it its "
    "of on or person status that the their this to type was were when where which yn ";

bool is_letter_or_digit(char c) {
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return ascii || static_cast<unsigned char>(c) >= 0x80;
}

/// Letters and digits alone, in lower case.
std::string squeezed(std::string_view text) {
    std::string letters = text::to_lower(text);
    std::erase_if(letters, [](char c) { return !is_letter_or_digit(c); });
    return letters;
}

/// The words that say something, in lower case; `DeathInd` has two.
Words words_of(std::string_view text) {
    Words words;
    std::string word;
    const auto end_word = [&] {
        const std::string lower = text::to_lower(word);
        if (!lower.empty() && noise.find(" " + lower + " ") == noise.npos) words.insert(lower);
        word.clear();
    };
    for (const char c : text) {
        const bool hump = c >= 'A' && c <= 'Z' && !word.empty() && word.back() >= 'a';
        if (hump || !is_letter_or_digit(c)) end_word();
        if (is_letter_or_digit(c)) word += c;
    }
    end_word();
    return words;
}

/// The same word, or the beginning of one: `harm` and `harmed`.
bool has_word(const Words& words, std::string_view word) {
    constexpr std::size_t shortest_stem = 4;
    return std::ranges::any_of(words, [&](const std::string& other) {
        if (other == word) return true;
        if (std::min(other.size(), word.size()) < shortest_stem) return false;
        return other.starts_with(word) || word.starts_with(other);
    });
}

struct Candidate {
    std::string name;
    std::string letters;
    Words words;
    bool taken = false;
};

std::vector<Candidate> candidates_of(const criteria::Criteria& criteria) {
    std::vector<Candidate> all;
    for (const criteria::Fact& fact : criteria.facts)
        all.push_back({fact.id, squeezed(fact.id), words_of(fact.id + " " + fact.ask)});
    for (const std::string& name : criteria::reserved_columns()) {
        const auto found =
            std::ranges::find(other_words, name, [](const auto& w) { return w.first; });
        const std::string_view words = found == other_words.end() ? "" : found->second;
        all.push_back({name, squeezed(name), words_of(words)});
    }
    return all;
}

bool is_same_name(const Candidate& candidate, const std::string& header) {
    return text::to_lower(header) == candidate.name;
}

bool has_same_letters(const Candidate& candidate, const std::string& header) {
    return squeezed(header) == candidate.letters;
}

bool is_nearly_spelt(const Candidate& candidate, const std::string& header) {
    constexpr std::size_t letters_an_edit = 5;
    const std::string letters = squeezed(header);
    const std::size_t allowed =
        std::min(letters.size(), candidate.letters.size()) / letters_an_edit;
    return allowed > 0 && text::edit_distance(letters, candidate.letters) <= allowed;
}

bool shares_words(const Candidate& candidate, const std::string& header) {
    const Words words = words_of(header);
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return word.size() > 1 && has_word(candidate.words, word);
    });
}

}  // namespace

std::vector<std::optional<LikelyColumn>> likely_columns(const std::vector<std::string>& headers,
                                                        const criteria::Criteria& criteria) {
    std::vector<Candidate> candidates = candidates_of(criteria);
    std::vector<std::optional<LikelyColumn>> likely(headers.size());
    const auto match = [&](auto&& is_like, Likeness likeness) {
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (likely[i]) continue;
            std::vector<Candidate*> like;
            for (Candidate& candidate : candidates) {
                if (is_like(candidate, headers[i])) like.push_back(&candidate);
            }
            // What may be two things, or is one already, is not guessed.
            if (like.size() != 1 || like.front()->taken) continue;
            like.front()->taken = true;
            likely[i] = LikelyColumn{like.front()->name, likeness};
        }
    };
    match(is_same_name, Likeness::name);
    match(has_same_letters, Likeness::name);
    match(is_nearly_spelt, Likeness::spelling);
    match(shares_words, Likeness::words);
    return likely;
}

}  // namespace scr::intake
