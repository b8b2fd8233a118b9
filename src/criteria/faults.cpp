#include "criteria/faults.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "scr/text/suggestion.hpp"

namespace scr::criteria {
namespace {

/// Beyond so many, a fault is only counted and placed.
constexpr std::size_t most_explained = 100;

/// A guidance may have hundreds of provisions, and a list of them all hides the message.
constexpr std::size_t most_listed = 30;

}  // namespace

void Faults::add(Span span, std::string message, std::string note, std::string help) {
    if (size() >= most_explained) note.clear(), help.clear();
    found_.push_back({span, std::move(message), std::move(note), std::move(help)});
}

std::string Faults::did_you_mean(std::string_view written,
                                 std::span<const std::string> candidates) const {
    return size() < most_explained ? text::did_you_mean(written, candidates) : "";
}

std::string Faults::known(std::string_view what, std::span<const std::string> candidates,
                          std::string_view whole) const {
    if (size() >= most_explained) return "";
    if (candidates.empty()) return fmt::format("{} has no {}", whole, what);
    if (candidates.size() == 1) return fmt::format("the only {} is `{}`", what, candidates.front());
    const auto listed = candidates.first(std::min(candidates.size(), most_listed));
    const auto note = fmt::format("{}s are `{}`", what, fmt::join(listed, "`, `"));
    return listed.size() == candidates.size()
               ? note
               : fmt::format("{} and {} more", note, candidates.size() - listed.size());
}

void Ids::add(const std::string& id, std::string_view what, Span span, Faults& faults) {
    const auto [place, added] = taken_.emplace(id, what);
    if (added) return;
    if (place->second == what)
        faults.add(span, fmt::format("two of the same id: {} `{}`", what, id), "",
                   "give one of them another id");
    else
        faults.add(span, fmt::format("`{}` is already the name of a {}", id, place->second),
                   "facts, conditions and determinations share their names",
                   fmt::format("give the {} another name", what));
}

}  // namespace scr::criteria
