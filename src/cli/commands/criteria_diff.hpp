#pragma once

#include <string>
#include <vector>

#include "scr/casework/criteria_library.hpp"
#include "scr/criteria/difference.hpp"

namespace scr::cli {

class Context;

/// A stored case that the files screen to different outcomes; `refused` where one refuses it.
struct RecordDifference {
    std::string case_reference;
    std::string determination;
    std::string first;  ///< an outcome, `undetermined` or `refused`
    std::string second;
    std::vector<std::string> first_possible;  ///< none for a refused one
    std::vector<std::string> second_possible;
};

/// What was found on the stored cases.
struct RecordDifferences {
    std::size_t cases = 0;     ///< all that are stored and of the files' kinds
    std::size_t left_out = 0;  ///< taken in under a file of another kind or jurisdiction
    std::vector<RecordDifference> different;
    std::size_t different_cases = 0;
};

/// What the command prints.
struct DiffReport {
    casework::CriteriaPointer first;
    casework::CriteriaPointer second;
    criteria::Difference difference;
    bool on_records = false;
    RecordDifferences records;
};

/// Screens the newest facts of every stored case with both files, and stores nothing.
RecordDifferences differences_on_records(const DiffReport&, Context&);

void print_diff_text(const DiffReport&, Context&);
std::string diff_json(const DiffReport&);

/// A product as the files' texts say it, for a sentence: conditions, then questions with answers.
std::string words_of(const DiffReport&, const criteria::Product&);

}  // namespace scr::cli
