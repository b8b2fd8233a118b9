-- Who somebody is, apart from the facts and never exported. The log knows of a value only
-- digest = SHA-256(salt, JSON list of the values): with the salt gone, nobody can test a guess.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    role TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    salt BLOB,
    digest TEXT NOT NULL
) STRICT;

CREATE INDEX identity_of_case ON identity (case_id);

-- The sender's own names of a case. INVARIANT: id is the id of the case.
CREATE TABLE case_label (
    id INTEGER PRIMARY KEY REFERENCES child_case (id),
    event INTEGER NOT NULL,
    agency TEXT NOT NULL,
    sender_reference TEXT NOT NULL,
    child TEXT,
    date_of_birth TEXT,
    salt BLOB,
    digest TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX case_label_of_sender ON case_label (agency, sender_reference, child)
WHERE sender_reference <> '';

-- The only change a row may see is that its value and salt are destroyed together.
CREATE TRIGGER identity_digest_is_not_updated
BEFORE UPDATE OF id, event, case_id, role, kind, digest ON identity
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER identity_is_only_redacted BEFORE UPDATE ON identity
WHEN new.value IS NOT NULL OR new.salt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an identity is never changed'); END;
CREATE TRIGGER case_label_digest_is_not_updated
BEFORE UPDATE OF id, event, agency, sender_reference, digest ON case_label
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER case_label_is_only_redacted BEFORE UPDATE ON case_label
WHEN new.child IS NOT NULL OR new.date_of_birth IS NOT NULL OR new.salt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an identity is never changed'); END;
CREATE TRIGGER case_label_is_not_deleted BEFORE DELETE ON case_label
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
