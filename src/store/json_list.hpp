#pragma once

#include <string>
#include <vector>

#include "scr/record/screening_record.hpp"

namespace scr::store {

/// Lists within a column, as JSON. Reading throws Damaged where the column holds something else.
std::string to_json(const std::vector<std::string>& strings);
std::vector<std::string> strings_from_json(const std::string& json);

std::string to_json(const std::vector<record::DeterminationResult>& results);
std::vector<record::DeterminationResult> results_from_json(const std::string& json);

std::string to_json(const std::vector<record::Decisive>& decisive);
std::vector<record::Decisive> decisive_from_json(const std::string& json);

}  // namespace scr::store
