-- That a meeting took a kept criteria text as its own.
CREATE TABLE adoption (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    criteria_text_id INTEGER NOT NULL UNIQUE REFERENCES criteria_text (id),
    meeting_on TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TRIGGER adoption_is_not_updated BEFORE UPDATE ON adoption
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER adoption_is_not_deleted BEFORE DELETE ON adoption
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
