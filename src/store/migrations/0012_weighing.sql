-- How a factor of a checklist was weighed on a case; the last row of a factor stands.
CREATE TABLE weighing (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    criteria_text_id INTEGER NOT NULL REFERENCES criteria_text (id),
    checklist TEXT NOT NULL,
    factor TEXT NOT NULL,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    weighed_on TEXT NOT NULL
) STRICT;

CREATE INDEX weighing_of_case ON weighing (case_id);

CREATE TRIGGER weighing_is_not_updated BEFORE UPDATE ON weighing
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER weighing_is_not_deleted BEFORE DELETE ON weighing
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
