#include "store/publication_table.hpp"

#include <fmt/format.h>

#include "store/failures.hpp"
#include "store/numbering.hpp"
#include "store/review_table.hpp"

namespace scr::store {
namespace {

using Kind = record::Reference::Kind;
using record::PublicationState;

constexpr std::string_view select_publication =
    "SELECT p.year, p.number, r.year, r.number, p.pseudonym, p.title, t.digest, p.published_on,"
    " p.last_day, z.state, z.ended_on, z.reason FROM publication p"
    " JOIN review r ON r.id = p.review_id JOIN report t ON t.id = p.report_id"
    " LEFT JOIN publication_end z ON z.publication_id = p.id";

PublicationState state_from(const std::string& word) {
    if (word.empty()) return PublicationState::published;
    if (word == "ended") return PublicationState::ended;
    if (word == "withdrawn") return PublicationState::withdrawn;
    throw Damaged();
}

record::Publication publication_of(const Cursor& row) {
    return {
        .reference = numbered(Kind::publication, row.integer(0), row.integer(1)),
        .review = numbered(Kind::review, row.integer(2), row.integer(3)),
        .pseudonym = row.text(4),
        .title = row.text(5),
        .report_digest = row.text(6),
        .published_on = row.date(7),
        .last_day = row.date(8),
        .state = state_from(row.text(9)),
        .ended_on = row.optional_date(10),
        .end_reason = row.text(11),
    };
}

std::optional<std::int64_t> publication_id(Connection& connection, const std::string& reference) {
    return find_numbered(connection, publication_table, Kind::publication, reference);
}

std::optional<std::int64_t> report_id(Connection& connection, const std::string& digest) {
    return connection.integer("SELECT id FROM report WHERE digest = ?", digest);
}

}  // namespace

void keep_report(RowWriter& rows, const record::Report& report) {
    if (report_id(rows.connection(), report.digest)) return;
    rows.insert(report_table, {report.digest, report.format, Blob{report.bytes}});
}

std::string add_publication(RowWriter& rows, const record::Publication& publication) {
    auto& connection = rows.connection();
    const auto review =
        require(review_id(connection, publication.review), "review", publication.review);
    const auto report = require(report_id(connection, publication.report_digest), "report",
                                publication.report_digest);
    const auto reference = next_reference(rows, publication_table, Kind::publication,
                                          year_of(publication.published_on));
    rows.insert(publication_table,
                {reference.year, reference.number, review, publication.pseudonym, publication.title,
                 report, date_value(publication.published_on), date_value(publication.last_day)});
    rows.refer(to_text(reference));
    rows.refer(publication.review);
    return to_text(reference);
}

void end_publication(RowWriter& rows, const std::string& publication, PublicationState state,
                     record::CivilDate on, const std::string& reason) {
    if (state == PublicationState::published) {
        throw Failure(FailureKind::bug, "a publication cannot end as published");
    }
    const auto id =
        require(publication_id(rows.connection(), publication), "publication", publication);
    const std::string word = state == PublicationState::ended ? "ended" : "withdrawn";
    rows.insert(publication_end_table, {id, word, date_value(on), reason});
    rows.refer(publication);
}

std::optional<record::Publication> find_publication(Connection& connection,
                                                    const std::string& reference) {
    const auto id = publication_id(connection, reference);
    if (!id) return std::nullopt;
    Cursor row(connection, fmt::format("{} WHERE p.id = ?", select_publication), *id);
    if (!row.step()) return std::nullopt;
    return publication_of(row);
}

std::vector<record::Publication> all_publications(Connection& connection) {
    std::vector<record::Publication> all;
    Cursor row(connection, fmt::format("{} ORDER BY p.id", select_publication));
    while (row.step()) all.push_back(publication_of(row));
    return all;
}

std::optional<record::Report> find_report(Connection& connection, const std::string& digest) {
    Cursor row(connection, "SELECT digest, format, content FROM report WHERE digest = ?", digest);
    if (!row.step()) return std::nullopt;
    return record::Report{.digest = row.text(0), .format = row.text(1), .bytes = row.text(2)};
}

}  // namespace scr::store
