#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scr/criteria/criteria.hpp"
#include "scr/intake/survey.hpp"

namespace scr::intake {

/// Why a header is taken for one of our columns. The latter two are guesses.
enum class Likeness { name, spelling, words };

/// A value of a file and how often it is there.
struct FoundValue {
    std::string text;
    std::size_t cells = 0;
};

/// What the cells of a date say of its form.
struct FoundDates {
    std::vector<std::string> forms;  ///< one: that form; several: it may be any; none fits
    std::size_t fitting = 0;         ///< cells of the first
};

/// A draft of one table of a map.
struct SketchedColumn {
    std::string name;    ///< ours
    std::string header;  ///< theirs
    Likeness likeness = Likeness::name;
    std::size_t filled = 0;
    const criteria::Fact* fact = nullptr;  ///< null: a reserved column
    std::vector<FoundValue> codes;         ///< of a fact: values that are not ours, frequent first
    bool no_codes = false;                 ///< of a fact: there are too many values for codes
    std::optional<std::pair<std::int64_t, std::int64_t>> numbers;  ///< the least and most of ours
    bool may_be_names = false;        ///< of `child`: cells are longer than labels are
    std::optional<FoundDates> dates;  ///< of a date with cells

    bool guessed() const { return likeness != Likeness::name; }
    /// Whether the header has to be confirmed.
    bool in_doubt() const { return guessed() || no_codes || may_be_names; }
    /// Nothing has to be said of it: it is read as it stands.
    bool is_ours() const;
};

/// A header that nothing of ours was found for.
struct UnknownColumn {
    std::string header;
    std::size_t values = 0;  ///< different ones
    bool more_values = false;
    std::vector<FoundValue> codes;  ///< only where they are few and short
};

/// A draft of a map: what is certain, what is guessed, what only a person can say.
struct MapSketch {
    std::vector<SketchedColumn> columns;
    std::vector<UnknownColumn> unknown;
    std::vector<const criteria::Fact*> absent;  ///< facts that no header was found for
};

/// Decides what a draft says. Values of a column are in it only where the column is a fact, or
/// where they are few and so short that they are codes. The criteria must outlive the sketch.
MapSketch sketch_map(const Survey&, const criteria::Criteria&);

}  // namespace scr::intake
