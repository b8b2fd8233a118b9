-- Every criteria text that was used, whole, under its SHA-256.
CREATE TABLE criteria_text (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE TRIGGER criteria_text_is_not_updated BEFORE UPDATE ON criteria_text
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER criteria_text_is_not_deleted BEFORE DELETE ON criteria_text
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
