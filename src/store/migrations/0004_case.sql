-- One child of a notification.
CREATE TABLE child_case (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    notification_id INTEGER NOT NULL REFERENCES notification (id),
    number INTEGER NOT NULL,
    UNIQUE (notification_id, number)
) STRICT;

-- The facts as known at a time. The newest version is the one with the highest number.
CREATE TABLE facts_version (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    number INTEGER NOT NULL,
    facts TEXT NOT NULL,
    received_on TEXT,
    incident_on TEXT,
    died_on TEXT,
    harmed_on TEXT,
    became_aware_on TEXT,
    digest TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (case_id, number)
) STRICT;

CREATE TRIGGER child_case_is_not_updated BEFORE UPDATE ON child_case
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER child_case_is_not_deleted BEFORE DELETE ON child_case
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER facts_version_is_not_updated BEFORE UPDATE ON facts_version
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER facts_version_is_not_deleted BEFORE DELETE ON facts_version
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
