#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "scr/criteria_toml/criteria_file.hpp"

namespace scr::criteria::test {

/// A whole file about the weather, to which a test adds what it is about.
inline constexpr std::string_view weather = R"toml([criteria]
id = "weather"
title = "What to take"
kind = "walk"
jurisdiction = "Nowhere"
regime_date = "incident_on"

[fact.raining]
type = "yes_no"
ask = "Is it raining?"
[fact.wind]
type = "choice"
choices = ["none", "breeze", "storm"]
ask = "How is the wind?"
[fact.degrees]
type = "integer"
range = [-50, 60]
ask = "How warm is it?"
[condition.wet]
when = "raining or wind = storm"
text = "It will be wet"
[determination.advice]
ask = "What is advised?"
outcomes = [ { id = "coat", label = "A coat" }, { id = "nothing" } ]
otherwise = "nothing"
)toml";

inline constexpr auto lines_of_weather = std::count(weather.begin(), weather.end(), '\n');

inline criteria_toml::LoadResult load_with(std::string_view addition) {
    return criteria_toml::load(std::string(weather) + std::string(addition), "weather.toml");
}

/// The criteria of the weather with the addition, which must be faultless.
inline Criteria criteria_with(std::string_view addition) {
    return load_with(addition).result.criteria.value();
}

/// Each fault as `line:column message`, lines counted from the addition's first, which is 1.
/// Those of the weather itself are 0 and below.
inline std::vector<std::string> faults_of(std::string_view addition) {
    const auto loaded = load_with(addition);
    std::vector<std::string> faults;
    for (const Diagnostic& diagnostic : loaded.result.diagnostics) {
        const Place place = place_of(loaded.document.text, diagnostic.span.begin);
        faults.push_back(fmt::format("{}:{} {}",
                                     static_cast<std::ptrdiff_t>(place.line) - lines_of_weather,
                                     place.column, diagnostic.message));
    }
    return faults;
}

using Faults = std::vector<std::string>;

}  // namespace scr::criteria::test

/// Lets a failed check show the faults that came.
template <>
struct doctest::StringMaker<scr::criteria::test::Faults> {
    static doctest::String convert(const scr::criteria::test::Faults& faults) {
        return fmt::format("{}", fmt::join(faults, " | ")).c_str();
    }
};
