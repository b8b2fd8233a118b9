#include "store/case_table.hpp"

#include <fmt/compile.h>

#include "scr/record/reference.hpp"
#include "store/awaiting_screening.hpp"
#include "store/criteria_table.hpp"
#include "store/failures.hpp"
#include "store/identity_table.hpp"
#include "store/notification_table.hpp"
#include "store/text_table.hpp"

namespace scr::store {
namespace {

using Kind = record::Reference::Kind;

// Without the order of CROSS JOIN the planner may begin elsewhere and sort every case.
constexpr std::string_view select_case =
    "SELECT n.year, n.number, c.number, l.agency, l.sender_reference, l.child, l.date_of_birth,"
    " f.number, CASE WHEN f.facts_text_id IS NULL THEN f.facts ELSE t.facts END, f.received_on,"
    " f.incident_on, f.died_on, f.harmed_on, f.became_aware_on, f.digest, f.reason, e.at, e.acting,"
    " k.digest FROM child_case c CROSS JOIN notification n ON n.id = c.notification_id"
    " CROSS JOIN case_label l ON l.id = c.id"
    " CROSS JOIN facts_version f ON f.case_id = c.id"
    " AND f.number = (SELECT max(number) FROM facts_version WHERE case_id = c.id)"
    " CROSS JOIN event e ON e.sequence = f.event"
    " LEFT JOIN facts_text t ON t.id = f.facts_text_id"
    " LEFT JOIN criteria_text k ON k.id = n.criteria_text_id";

constexpr std::string_view select_facts =
    "SELECT f.number, CASE WHEN f.facts_text_id IS NULL THEN f.facts ELSE t.facts END,"
    " f.received_on, f.incident_on, f.died_on, f.harmed_on, f.became_aware_on, f.digest, f.reason,"
    " e.at, e.acting"
    " FROM facts_version f JOIN event e ON e.sequence = f.event"
    " LEFT JOIN facts_text t ON t.id = f.facts_text_id";

record::FactsVersion facts_from(const Cursor& row, int first) {
    return {
        .number = static_cast<int>(row.integer(first)),
        // Blank where the text that the row refers to is lost, which no facts are.
        .facts_json = row.text(first + 1),
        .dates = {.received_on = row.optional_date(first + 2),
                  .incident_on = row.optional_date(first + 3),
                  .died_on = row.optional_date(first + 4),
                  .harmed_on = row.optional_date(first + 5),
                  .became_aware_on = row.optional_date(first + 6)},
        .digest = row.text(first + 7),
        .reason = row.text(first + 8),
        .recorded_at = row.text(first + 9),
        .recorded_by = row.text(first + 10),
    };
}

std::string reference_from(const Cursor& row) {
    return record::to_text(record::Reference{.kind = Kind::case_,
                                             .year = static_cast<int>(row.integer(0)),
                                             .number = static_cast<int>(row.integer(1)),
                                             .child = static_cast<int>(row.integer(2))});
}

record::Case case_from(const Cursor& row) {
    const std::string reference = reference_from(row);
    return {
        .reference = reference,
        .notification = reference.substr(0, reference.find('/')),
        .criteria_digest = row.text(18),
        .agency = row.text(3),
        .sender_reference = row.text(4),
        .child = row.text(5),
        .date_of_birth = row.optional_date(6),
        .facts = facts_from(row, 7),
    };
}

std::optional<record::Case> find_case_by_id(Connection& connection,
                                            const std::optional<std::int64_t>& id) {
    if (!id) return std::nullopt;
    Cursor row(Of{{&child_case_table, &notification_table, &case_label_table, &facts_version_table,
                   &facts_text_table, &criteria_text_table}},
               connection, fmt::format("{} WHERE c.id = ?", select_case), *id);
    // Each case has a label, a notification and facts: one that joins nothing lost a part.
    if (!row.step()) throw Damaged();
    return case_from(row);
}

/// The notification, looked up unless the change added it last.
RecentRows::Notification& recent_notification(RowWriter& rows, const std::string& reference) {
    auto& recent = rows.recent().notification;
    if (recent && recent->reference == reference) return *recent;
    auto& connection = rows.connection();
    const auto id = require(notification_id(connection, reference), "notification", reference);
    const auto highest =
        connection.integer("SELECT max(number) FROM child_case WHERE notification_id = ?", id);
    const auto canonical = record::parse_reference(reference).value();
    recent = {.reference = to_text(canonical), .id = id, .cases = highest.value_or(0)};
    return *recent;
}

/// In the memory of the one before.
void note_new_case(RecentRows& recent, const std::string& reference, std::int64_t id,
                   const std::string& facts_digest) {
    auto& noted = recent.case_ ? *recent.case_ : recent.case_.emplace();
    noted.reference = reference;
    noted.id = id;
    noted.facts_version = 1;
    noted.facts_digest = facts_digest;
    noted.screenings = 0;
}

/// `text`: the row of the facts themselves.
void insert_facts(RowWriter& rows, std::int64_t id, int number, const record::FactsVersion& facts,
                  std::int64_t text) {
    const auto& dates = facts.dates;
    rows.insert(facts_version_table,
                {id, number, "", date_value(dates.received_on), date_value(dates.incident_on),
                 date_value(dates.died_on), date_value(dates.harmed_on),
                 date_value(dates.became_aware_on), facts.digest, facts.reason, text});
}

}  // namespace

std::string add_case(RowWriter& rows, const record::Case& child) {
    return add_case(rows, child, casework::CommonFacts(child.facts.facts_json));
}

std::string add_case(RowWriter& rows, const record::Case& child,
                     const casework::CommonFacts& facts) {
    auto& notification = recent_notification(rows, child.notification);
    const auto number = ++notification.cases;
    const auto id = rows.insert(child_case_table, {notification.id, number});
    add_case_label(rows, id, child);
    insert_facts(rows, id, 1, child.facts, facts_text(rows, facts));
    await_screening_of_new(rows, id);
    auto reference = fmt::format(FMT_COMPILE("{}/{}"), notification.reference, number);
    rows.refer(reference);
    note_new_case(rows.recent(), reference, id, child.facts.digest);
    return reference;
}

int add_facts(RowWriter& rows, const std::string& reference, const record::FactsVersion& facts) {
    auto& connection = rows.connection();
    const auto id = require(case_id(connection, reference), "case", reference);
    const auto highest =
        connection.integer("SELECT max(number) FROM facts_version WHERE case_id = ?", id);
    const int number = static_cast<int>(highest.value_or(0)) + 1;
    insert_facts(rows, id, number, facts,
                 facts_text(rows, casework::CommonFacts(facts.facts_json)));
    await_screening(rows, id);
    rows.refer(reference);
    return number;
}

std::optional<std::int64_t> case_id(Connection& connection, const std::string& reference) {
    const auto parsed = record::parse_reference(reference);
    if (!parsed || parsed->kind != Kind::case_) return std::nullopt;
    return connection.integer(
        Of{{&notification_table, &child_case_table}},
        "SELECT c.id FROM notification n JOIN child_case c ON c.notification_id = n.id"
        " WHERE n.year = ? AND n.number = ? AND c.number = ?",
        parsed->year, parsed->number, parsed->child);
}

std::string case_reference(Connection& connection, std::int64_t id) {
    Cursor row(Of{{&notification_table, &child_case_table}}, connection,
               "SELECT n.year, n.number, c.number FROM child_case c"
               " JOIN notification n ON n.id = c.notification_id WHERE c.id = ?",
               id);
    if (!row.step()) throw Damaged();
    return reference_from(row);
}

std::optional<record::Case> find_case(Connection& connection, const std::string& reference) {
    return find_case_by_id(connection, case_id(connection, reference));
}

std::optional<record::Case> find_case_by_key(Connection& connection, const casework::CaseKey& key) {
    return find_case_by_id(connection, case_id_by_key(connection, key));
}

std::vector<record::Case> cases_of_notification(Connection& connection,
                                                const std::string& notification) {
    std::vector<record::Case> cases;
    const auto id = notification_id(connection, notification);
    if (!id) return cases;
    Cursor row(connection,
               fmt::format("{} WHERE c.notification_id = ? ORDER BY c.number", select_case), *id);
    while (row.step()) cases.push_back(case_from(row));
    return cases;
}

void each_case(Connection& connection, const std::function<void(const record::Case&)>& visit) {
    Cursor row(connection, fmt::format("{} ORDER BY c.id", select_case));
    while (row.step()) visit(case_from(row));
}

std::vector<std::string> pending_cases(Connection& connection) {
    std::vector<std::string> references;
    Cursor row(connection,
               "SELECT n.year, n.number, c.number FROM awaiting_screening a"
               " CROSS JOIN child_case c ON c.id = a.case_id"
               " CROSS JOIN notification n ON n.id = c.notification_id ORDER BY a.case_id");
    while (row.step()) references.push_back(reference_from(row));
    return references;
}

std::vector<record::FactsVersion> facts_of_case(Connection& connection,
                                                const std::string& reference) {
    std::vector<record::FactsVersion> versions;
    const auto id = case_id(connection, reference);
    if (!id) return versions;
    Cursor row(connection, fmt::format("{} WHERE f.case_id = ? ORDER BY f.number", select_facts),
               *id);
    while (row.step()) versions.push_back(facts_from(row, 0));
    return versions;
}

}  // namespace scr::store
