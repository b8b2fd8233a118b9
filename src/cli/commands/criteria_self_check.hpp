#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/criteria/screening.hpp"
#include "scr/text/json_writer.hpp"

namespace scr::cli {

class Context;

/// Something that a file says of itself and that is not so.
struct SelfCheckFailure {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> details;  ///< key (snake_case) and text
    std::size_t offset = 0;                                    ///< where it stands in the file
};

/// What a file says of itself, by claims or by examples, held against its rules.
struct SelfCheck {
    std::string noun;  ///< `claim`, `example`
    std::size_t checked = 0;
    std::string all_well;
    std::vector<SelfCheckFailure> failures;
};

SelfCheck failing_claims(const casework::LoadedCriteria& file);
SelfCheck failing_examples(const casework::LoadedCriteria& file, const criteria::Screener&);

/// The line of a place in the file, counted from 1.
std::int64_t line_in(const casework::LoadedCriteria& file, std::size_t offset);

/// `2 of 61 examples fail`, or that all is well.
std::string summary_of(const SelfCheck&);
/// The failures as blocks for people.
void print_check_failures(const casework::LoadedCriteria& file, const SelfCheck&, Context&);
/// An array of the failures.
void write_check_failures(const casework::LoadedCriteria& file, const SelfCheck&,
                          text::JsonWriter&);
/// An object that was begun: file, digest, how many were checked, `failures`.
text::JsonWriter opened_check_json(const casework::LoadedCriteria& file, const SelfCheck&);

}  // namespace scr::cli
