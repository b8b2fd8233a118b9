#pragma once

#include <string>

#include "scr/casework/store.hpp"

/// What `scr show` can show, by its reference in canonical form. Throws Failure (not_allowed) for
/// what is not there.
namespace scr::cli {

class Context;

void show_notification(Context&, const std::string& reference);
void show_case(Context&, const std::string& reference);
void show_screening(Context&, const std::string& reference);
void show_review(Context&, const record::Review&);
void show_publication(Context&, const std::string& reference);
void show_lesson(Context&, const std::string& reference);

}  // namespace scr::cli
