#include "store/review_table.hpp"

#include <fmt/format.h>

#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/failures.hpp"
#include "store/numbering.hpp"

namespace scr::store {
namespace {

constexpr auto review_kind = record::Reference::Kind::review;

constexpr std::string_view select_review =
    "SELECT r.id, r.year, r.number, r.kind, r.kind_label, r.pseudonym, t.digest, r.reason,"
    " r.opened_on, z.closed_on FROM review r"
    " LEFT JOIN criteria_text t ON t.id = r.criteria_text_id"
    " LEFT JOIN review_closing z ON z.review_id = r.id";

std::vector<std::string> case_references(Connection& connection, std::int64_t review) {
    std::vector<std::string> references;
    Cursor row(connection, "SELECT case_id FROM review_case WHERE review_id = ? ORDER BY id",
               review);
    while (row.step()) references.push_back(case_reference(connection, row.integer(0)));
    return references;
}

record::Review review_of(Connection& connection, const Cursor& row) {
    return {
        .reference = numbered(review_kind, row.integer(1), row.integer(2)),
        .kind = row.text(3),
        .kind_label = row.text(4),
        .pseudonym = row.text(5),
        .cases = case_references(connection, row.integer(0)),
        .criteria_digest = row.text(6),
        .reason = row.text(7),
        .opened_on = row.date(8),
        .closed_on = row.optional_date(9),
    };
}

std::vector<record::Review> reviews_from(Connection& connection, Cursor& row) {
    std::vector<record::Review> reviews;
    while (row.step()) reviews.push_back(review_of(connection, row));
    return reviews;
}

}  // namespace

std::string add_review(RowWriter& rows, const record::Review& review) {
    auto& connection = rows.connection();
    const auto reference =
        next_reference(rows, review_table, review_kind, year_of(review.opened_on));
    const auto id = rows.insert(
        review_table,
        {reference.year, reference.number, review.kind, review.kind_label, review.pseudonym,
         id_value(optional_criteria_text_id(rows, review.criteria_digest)), review.reason,
         date_value(review.opened_on)});
    rows.refer(to_text(reference));
    for (const auto& child : review.cases) {
        const auto child_id = require(case_id(connection, child), "case", child);
        rows.insert(review_case_table, {id, child_id});
        rows.refer(case_reference(connection, child_id));
    }
    return to_text(reference);
}

void close_review(RowWriter& rows, const std::string& review, record::CivilDate on) {
    const auto id = require(review_id(rows.connection(), review), "review", review);
    rows.insert(review_closing_table, {id, date_value(on)});
    rows.refer(review);
}

std::optional<std::int64_t> review_id(Connection& connection, const std::string& reference) {
    return find_numbered(connection, review_table, review_kind, reference);
}

std::optional<record::Review> find_review(Connection& connection, const std::string& reference) {
    const auto id = review_id(connection, reference);
    if (!id) return std::nullopt;
    Cursor row(connection, fmt::format("{} WHERE r.id = ?", select_review), *id);
    if (!row.step()) return std::nullopt;
    return review_of(connection, row);
}

std::vector<record::Review> all_reviews(Connection& connection) {
    Cursor row(connection, fmt::format("{} ORDER BY r.id", select_review));
    return reviews_from(connection, row);
}

std::vector<record::Review> reviews_of_case(Connection& connection, const std::string& reference) {
    const auto id = case_id(connection, reference);
    if (!id) return {};
    Cursor row(connection,
               fmt::format("{} WHERE r.id IN (SELECT review_id FROM review_case WHERE case_id = ?)"
                           " ORDER BY r.id",
                           select_review),
               *id);
    return reviews_from(connection, row);
}

}  // namespace scr::store
