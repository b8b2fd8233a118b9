-- The subgroup's recommendation and the decision; the last one of a case stands.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    determination TEXT NOT NULL,
    meeting_on TEXT NOT NULL,
    recommended TEXT NOT NULL,
    decided TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    reasons TEXT NOT NULL,
    screening_id INTEGER REFERENCES screening (id)
) STRICT;

CREATE INDEX decision_of_case ON decision (case_id);

-- A clock of a case that somebody stopped by hand.
CREATE TABLE deadline_stop (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    deadline TEXT NOT NULL,
    stopped_on TEXT NOT NULL,
    reference TEXT NOT NULL
) STRICT;

CREATE INDEX deadline_stop_of_case ON deadline_stop (case_id);

CREATE TRIGGER decision_is_not_updated BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER deadline_stop_is_not_updated BEFORE UPDATE ON deadline_stop
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER deadline_stop_is_not_deleted BEFORE DELETE ON deadline_stop
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
