#include "scr/text/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scr/text/strings.hpp"

namespace scr::text {
namespace {

constexpr std::size_t most_named = 3;  // a longer list is no suggestion any more

std::string folded(std::string_view text) {
    std::string lower = to_lower(text);
    std::replace(lower.begin(), lower.end(), '-', '_');
    return lower;
}

std::size_t farthest(std::string_view written) {
    return std::max<std::size_t>(2, written.size() / 3);
}

std::size_t difference(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

}  // namespace

std::size_t edit_distance(std::string_view a_text, std::string_view b_text) {
    const std::string a = folded(a_text);
    const std::string b = folded(b_text);
    // Three rows of the table are enough: a swap of neighbours looks two rows back.
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::vector<std::string> suggestions(std::string_view written,
                                     std::span<const std::string> candidates) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& candidate : candidates) {
        // The lengths alone rule most out, which keeps a hostile line of a megabyte cheap.
        if (difference(written.size(), candidate.size()) > farthest(written)) continue;
        const std::size_t distance = edit_distance(written, candidate);
        // Something of the word must be left, or every two-letter word suggests every other.
        if (distance <= farthest(written) && distance < std::max(written.size(), candidate.size()))
            near.emplace_back(distance, candidate);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> nearest_first;
    for (auto& [distance, candidate] : near) nearest_first.push_back(std::move(candidate));
    return nearest_first;
}

std::string did_you_mean(std::string_view written, std::span<const std::string> candidates) {
    std::vector<std::string> named = suggestions(written, candidates);
    if (named.empty()) return "";
    named.resize(std::min(named.size(), most_named));
    for (std::string& name : named) name = fmt::format("`{}`", name);
    return fmt::format("did you mean {}?", join_in_words(named, "or"));
}

}  // namespace scr::text
