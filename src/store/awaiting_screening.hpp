#pragma once

#include <cstdint>
#include <vector>

#include "store/connection.hpp"

/// The list of cases whose newest facts nobody has screened yet, which `pending_cases` reads. It
/// follows from the rows that the log covers, and Store::verify compares it with them.
///
/// A case that is screened by the change that adds it does not enter the list. So the cases added,
/// and those screened, wait in RecentRows for as long as their rows wait to be written.
namespace scr::store {

class RowWriter;

/// A version of a case's facts.
struct ScreenedFacts {
    std::int64_t case_id;
    int version;
};

/// A case was added, with its first facts.
void await_screening_of_new(RowWriter&, std::int64_t case_id);
/// A case was given other facts.
void await_screening(RowWriter&, std::int64_t case_id);
/// A version of a case's facts was screened.
void note_screening(RowWriter&, const ScreenedFacts&);
/// Lists cases that waited, whose rows are written.
void list_awaiting(Connection&, const std::vector<std::int64_t>& cases);
/// Takes off the list what was screened, where it is a case's newest facts. The rows of the cases
/// are written.
void unlist_screened(Connection&, const std::vector<ScreenedFacts>&);

}  // namespace scr::store
