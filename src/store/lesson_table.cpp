#include <fmt/format.h>

#include "store/failures.hpp"
#include "store/numbering.hpp"
#include "store/review_table.hpp"

namespace scr::store {
namespace {

using Kind = record::Reference::Kind;

constexpr std::string_view select_lesson =
    "SELECT l.year, l.number, r.year, r.number, l.tier, l.content, e.at, e.acting FROM lesson l"
    " JOIN review r ON r.id = l.review_id JOIN event e ON e.sequence = l.event";

std::vector<record::Lesson> lessons_from(Cursor& row) {
    std::vector<record::Lesson> lessons;
    while (row.step()) {
        lessons.push_back({.reference = numbered(Kind::lesson, row.integer(0), row.integer(1)),
                           .review = numbered(Kind::review, row.integer(2), row.integer(3)),
                           .tier = row.text(4),
                           .text = row.text(5),
                           .recorded_at = row.text(6),
                           .recorded_by = row.text(7)});
    }
    return lessons;
}

}  // namespace

std::string add_lesson(RowWriter& rows, const record::Lesson& lesson) {
    auto& connection = rows.connection();
    const auto review = require(review_id(connection, lesson.review), "review", lesson.review);
    // A lesson has no date of its own: its year is that of the instant at which it is recorded.
    const auto today = record::parse_civil_date(rows.instant().substr(0, 10));
    const auto reference = next_reference(rows, lesson_table, Kind::lesson,
                                          year_of(today.value_or(record::CivilDate{})));
    rows.insert(lesson_table, {reference.year, reference.number, review, lesson.tier, lesson.text});
    rows.refer(to_text(reference));
    rows.refer(lesson.review);
    return to_text(reference);
}

std::vector<record::Lesson> lessons_of_review(Connection& connection, const std::string& review) {
    const auto id = review_id(connection, review);
    if (!id) return {};
    Cursor row(connection, fmt::format("{} WHERE l.review_id = ? ORDER BY l.id", select_lesson),
               *id);
    return lessons_from(row);
}

std::vector<record::Lesson> all_lessons(Connection& connection) {
    Cursor row(connection, fmt::format("{} ORDER BY l.id", select_lesson));
    return lessons_from(row);
}

}  // namespace scr::store
