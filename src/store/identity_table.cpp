#include "store/identity_table.hpp"

#include "scr/failure.hpp"
#include "store/case_table.hpp"
#include "store/failures.hpp"
#include "store/seal.hpp"

namespace scr::store {

void add_identity(RowWriter& rows, const std::string& case_reference,
                  const record::Identity& identity) {
    const auto id = require(case_id(rows.connection(), case_reference), "case", case_reference);
    const Seal sealed = rows.sealer().seal({identity.value});
    rows.insert(identity_table, {id, identity.role, identity.kind, identity.value,
                                 sealed.salt_value(), sealed.digest});
    rows.refer(case_reference);
}

void add_case_label(RowWriter& rows, std::int64_t id, const record::Case& child) {
    const Value date_of_birth = date_value(child.date_of_birth);
    const Seal sealed = rows.sealer().seal({child.child, date_of_birth});
    const auto label =
        rows.insert(case_label_table, {child.agency, child.sender_reference, child.child,
                                       date_of_birth, sealed.salt_value(), sealed.digest});
    // Each case gets its label in the same change, so the two count alike.
    if (label != id) throw Damaged();
}

std::vector<record::Identity> identities_of_case(Connection& connection,
                                                 const std::string& case_reference) {
    std::vector<record::Identity> identities;
    const auto id = case_id(connection, case_reference);
    if (!id) return identities;
    Cursor row(connection,
               "SELECT role, kind, value FROM identity"
               " WHERE case_id = ? AND value IS NOT NULL ORDER BY id",
               *id);
    while (row.step()) {
        identities.push_back({.role = row.text(0), .kind = row.text(1), .value = row.text(2)});
    }
    return identities;
}

std::optional<std::int64_t> case_id_by_key(Connection& connection, const casework::CaseKey& key) {
    return connection.integer(
        PastWaitingRows{},
        "SELECT id FROM case_label WHERE agency = ? AND sender_reference = ? AND child = ?"
        " AND sender_reference <> ''",
        key.agency, key.sender_reference, key.child);
}

}  // namespace scr::store
