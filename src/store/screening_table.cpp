#include "store/screening_table.hpp"

#include <fmt/compile.h>

#include "scr/record/reference.hpp"
#include "store/awaiting_screening.hpp"
#include "store/case_table.hpp"
#include "store/criteria_table.hpp"
#include "store/failures.hpp"
#include "store/json_list.hpp"
#include "store/text_table.hpp"

namespace scr::store {
namespace {

/// The facts that a screening speaks of, by number and digest; both must name the same.
struct NamedFacts {
    const std::string& case_reference;
    int version;
    const std::string& digest;
};

/// Whether the change may have screened the case already, in a row that waits to be written. A long
/// list of cases is screened in the order of their ids.
bool may_have_screened(RowWriter& rows, std::int64_t case_id) {
    return case_id <= rows.recent().greatest_screened;
}

/// What the store has of a case. `reference` is in the form of the store.
RecentRows::Case read_case(RowWriter& rows, const std::string& reference) {
    auto& connection = rows.connection();
    const auto id = require(case_id(connection, reference), "case", reference);
    if (may_have_screened(rows, id)) rows.write_waiting();
    // Of what waits in the table of screenings no row is this case's.
    Cursor row(Of{{&facts_version_table}}, connection,
               "SELECT number, digest, (SELECT max(number) FROM screening WHERE case_id = ?1)"
               " FROM facts_version WHERE case_id = ?1 ORDER BY number DESC LIMIT 1",
               id);
    if (!row.step()) throw Damaged();
    return {.reference = reference,
            .id = id,
            .facts_version = static_cast<int>(row.integer(0)),
            .facts_digest = row.text(1),
            .screenings = row.is_null(2) ? 0 : row.integer(2)};
}

void require_facts(Connection& connection, std::int64_t id, const NamedFacts& facts) {
    Cursor row(Of{{&facts_version_table}}, connection,
               "SELECT digest FROM facts_version WHERE case_id = ? AND number = ?", id,
               std::int64_t{facts.version});
    if (row.step() && row.text(0) == facts.digest) return;
    throw Failure(
        FailureKind::bug,
        fmt::format("a screening of `{}` names facts that are not those of its version {}",
                    facts.case_reference, facts.version));
}

/// The case, looked up unless the change added it last or read it.
RecentRows::Case& recent_case(RowWriter& rows, const std::string& reference) {
    auto& recent = rows.recent();
    const auto is_last = [&](const std::string& name) {
        return recent.case_ && recent.case_->reference == name;
    };
    if (is_last(reference)) return *recent.case_;
    const auto parsed = record::parse_reference(reference);
    const std::string canonical = parsed ? to_text(*parsed) : reference;
    if (is_last(canonical)) return *recent.case_;
    if (auto* const known = recent.cases_read.find(canonical)) return *known;
    return recent.cases_read.add(canonical, read_case(rows, canonical));
}

RecentRows::Case& screened_case(RowWriter& rows, const NamedFacts& facts) {
    auto& recent = recent_case(rows, facts.case_reference);
    if (recent.facts_version != facts.version || recent.facts_digest != facts.digest) {
        require_facts(rows.connection(), recent.id, facts);
    }
    return recent;
}

/// `text`: the row of its lists.
std::string insert_screening(RowWriter& rows, const NamedFacts& facts,
                             const record::ScreeningRecord& screening, std::int64_t text) {
    auto& screened = screened_case(rows, facts);
    const auto number = ++screened.screenings;
    rows.insert(screening_table,
                {screened.id, number, criteria_text_id(rows, screening.criteria_digest),
                 std::int64_t{facts.version}, screening.program_version,
                 std::int64_t{screening.blank_as_unknown}, "", "", "", "", Value{}, text});
    note_screening(rows, {screened.id, facts.version});
    auto& greatest = rows.recent().greatest_screened;
    greatest = std::max(greatest, screened.id);
    auto reference = fmt::format(FMT_COMPILE("{}@{}"), screened.reference, number);
    rows.refer(reference);
    return reference;
}

constexpr std::string_view select_screening =
    "SELECT s.number, t.name, t.digest, s.facts_version, f.digest, s.program_version,"
    " s.blank_as_unknown, x.results, x.criteria, x.missing, x.assumed, x.decisive,"
    " s.results, s.criteria, s.missing, s.assumed, s.decisive, s.screening_text_id, e.at, e.acting"
    " FROM screening s JOIN criteria_text t ON t.id = s.criteria_text_id"
    " LEFT JOIN screening_text x ON x.id = s.screening_text_id"
    " JOIN facts_version f ON f.case_id = s.case_id AND f.number = s.facts_version"
    " JOIN event e ON e.sequence = s.event WHERE s.case_id = ?";

record::ScreeningRecord screening_of(const Cursor& row, const std::string& case_reference) {
    // The lists stand in the text that the row refers to or, in a row of before, in itself.
    const int lists = row.is_null(17) ? 12 : 7;
    return {
        .reference = fmt::format("{}@{}", case_reference, row.integer(0)),
        .case_reference = case_reference,
        .criteria_id = row.text(1),
        .criteria_digest = row.text(2),
        .facts_version = static_cast<int>(row.integer(3)),
        .facts_digest = row.text(4),
        .program_version = row.text(5),
        .blank_as_unknown = row.integer(6) != 0,
        .results = results_from_json(row.text(lists)),
        .criteria = strings_from_json(row.text(lists + 1)),
        .missing = strings_from_json(row.text(lists + 2)),
        .assumed = strings_from_json(row.text(lists + 3)),
        .decisive = row.is_null(lists + 4) ? std::nullopt
                                           : std::optional(decisive_from_json(row.text(lists + 4))),
        .screened_at = row.text(18),
        .screened_by = row.text(19),
    };
}

}  // namespace

std::string add_screening(RowWriter& rows, const record::ScreeningRecord& screening) {
    return insert_screening(
        rows, {screening.case_reference, screening.facts_version, screening.facts_digest},
        screening, rows.recent().screening_texts.of(rows, screening));
}

std::string add_first_screening(RowWriter& rows, const std::string& case_reference,
                                const std::string& facts_digest,
                                const casework::CommonScreening& screening) {
    return insert_screening(rows, {case_reference, 1, facts_digest}, screening,
                            rows.recent().screening_texts.of(rows, screening));
}

std::optional<record::ScreeningRecord> newest_screening(RowWriter& rows,
                                                        const std::string& case_reference) {
    const auto& screened = recent_case(rows, case_reference);
    if (screened.screenings == 0) return std::nullopt;
    Cursor row(PastWaitingRows{}, rows.connection(),
               fmt::format("{} AND s.number = ?", select_screening), screened.id,
               screened.screenings);
    if (row.step()) return screening_of(row, screened.reference);
    // What a change adds has no event yet, so it cannot be read.
    const auto event =
        rows.connection().integer("SELECT event FROM screening WHERE case_id = ? AND number = ?",
                                  screened.id, screened.screenings);
    if (event != rows.event()) throw Damaged();
    throw Failure(FailureKind::bug,
                  fmt::format("`{}` was screened by the change that asks", case_reference));
}

std::optional<std::int64_t> screening_id(Connection& connection, const std::string& reference) {
    const auto parsed = record::parse_reference(reference);
    if (!parsed || parsed->kind != record::Reference::Kind::screening) return std::nullopt;
    return connection.integer(
        "SELECT s.id FROM notification n JOIN child_case c ON c.notification_id = n.id"
        " JOIN screening s ON s.case_id = c.id"
        " WHERE n.year = ? AND n.number = ? AND c.number = ? AND s.number = ?",
        parsed->year, parsed->number, parsed->child, parsed->screening);
}

std::vector<record::ScreeningRecord> screenings_of_case(Connection& connection,
                                                        const std::string& reference) {
    std::vector<record::ScreeningRecord> screenings;
    const auto id = case_id(connection, reference);
    if (!id) return screenings;
    const std::string canonical = case_reference(connection, *id);
    Cursor row(connection, fmt::format("{} ORDER BY s.number", select_screening), *id);
    while (row.step()) screenings.push_back(screening_of(row, canonical));
    return screenings;
}

}  // namespace scr::store
