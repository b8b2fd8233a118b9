#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scr/record/review.hpp"
#include "store/connection.hpp"
#include "store/table.hpp"
#include "store/transaction/row_writer.hpp"

namespace scr::store {

inline constexpr Column review_columns[] = {{"year"},       {"number"},    {"kind"},
                                            {"kind_label"}, {"pseudonym"}, {"criteria_text_id"},
                                            {"reason"},     {"opened_on"}};
inline constexpr Table review_table{"review", review_columns};

inline constexpr Column review_case_columns[] = {{"review_id"}, {"case_id"}};
inline constexpr Table review_case_table{"review_case", review_case_columns};

inline constexpr Column review_closing_columns[] = {{"review_id"}, {"closed_on"}};
inline constexpr Table review_closing_table{"review_closing", review_closing_columns};

inline constexpr Column lesson_columns[] = {
    {"year"}, {"number"}, {"review_id"}, {"tier"}, {"content"}};
inline constexpr Table lesson_table{"lesson", lesson_columns};

std::string add_review(RowWriter& rows, const record::Review& review);
void close_review(RowWriter& rows, const std::string& review, record::CivilDate on);
std::string add_lesson(RowWriter& rows, const record::Lesson& lesson);

std::optional<std::int64_t> review_id(Connection& connection, const std::string& reference);
std::optional<record::Review> find_review(Connection& connection, const std::string& reference);
std::vector<record::Review> all_reviews(Connection& connection);
std::vector<record::Review> reviews_of_case(Connection& connection,
                                            const std::string& case_reference);
std::vector<record::Lesson> lessons_of_review(Connection& connection, const std::string& review);
std::vector<record::Lesson> all_lessons(Connection& connection);

}  // namespace scr::store
