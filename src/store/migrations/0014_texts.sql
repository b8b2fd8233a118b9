-- What many cases say alike is kept once, and the rows of each refer to it: the facts as they were
-- said, and what a screening came to. A row written before has the text itself; one that refers has
-- empty texts in its place.
CREATE TABLE facts_text (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE TRIGGER facts_text_is_not_updated BEFORE UPDATE ON facts_text
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER facts_text_is_not_deleted BEFORE DELETE ON facts_text
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
ALTER TABLE facts_version ADD COLUMN facts_text_id INTEGER REFERENCES facts_text (id);

CREATE TABLE screening_text (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    results TEXT NOT NULL,
    criteria TEXT NOT NULL,
    missing TEXT NOT NULL,
    assumed TEXT NOT NULL,
    decisive TEXT
) STRICT;
CREATE TRIGGER screening_text_is_not_updated BEFORE UPDATE ON screening_text
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER screening_text_is_not_deleted BEFORE DELETE ON screening_text
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
ALTER TABLE screening ADD COLUMN screening_text_id INTEGER REFERENCES screening_text (id);
