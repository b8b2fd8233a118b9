-- What the machine said on one version of the facts under one criteria text. Lists are JSON.
CREATE TABLE screening (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    number INTEGER NOT NULL,
    criteria_text_id INTEGER NOT NULL REFERENCES criteria_text (id),
    facts_version INTEGER NOT NULL,
    program_version TEXT NOT NULL,
    blank_as_unknown INTEGER NOT NULL CHECK (blank_as_unknown IN (0, 1)),
    results TEXT NOT NULL,
    criteria TEXT NOT NULL,
    missing TEXT NOT NULL,
    assumed TEXT NOT NULL,
    UNIQUE (case_id, number),
    FOREIGN KEY (case_id, facts_version) REFERENCES facts_version (case_id, number)
) STRICT;

-- Derived by the triggers below, so that asking for it does not visit every case; not in the log.
CREATE TABLE awaiting_screening (case_id INTEGER PRIMARY KEY REFERENCES child_case (id)) STRICT;

CREATE TRIGGER facts_version_awaits_screening AFTER INSERT ON facts_version
BEGIN INSERT INTO awaiting_screening VALUES (new.case_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER screening_was_awaited AFTER INSERT ON screening
BEGIN
    DELETE FROM awaiting_screening WHERE case_id = new.case_id AND new.facts_version =
        (SELECT max(number) FROM facts_version WHERE case_id = new.case_id);
END;

CREATE TRIGGER screening_is_not_updated BEFORE UPDATE ON screening
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER screening_is_not_deleted BEFORE DELETE ON screening
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
