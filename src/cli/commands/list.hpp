#pragma once

/// What `scr list` can list. Each prints a listing in the format asked for, oldest first.
namespace scr::cli {

class Context;

void list_notifications(Context&);
void list_cases(Context&);
void list_screenings(Context&);
void list_reviews(Context&);
void list_lessons(Context&);
void list_publications(Context&);
void list_deadlines(Context&);

}  // namespace scr::cli
