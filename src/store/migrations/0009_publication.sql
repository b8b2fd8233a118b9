-- A report as it was handed in, for good, whatever happens on the web.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    review_id INTEGER NOT NULL REFERENCES review (id),
    pseudonym TEXT NOT NULL,
    title TEXT NOT NULL,
    report_id INTEGER NOT NULL REFERENCES report (id),
    published_on TEXT NOT NULL,
    last_day TEXT NOT NULL,
    UNIQUE (year, number)
) STRICT;

CREATE TABLE publication_end (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    publication_id INTEGER NOT NULL UNIQUE REFERENCES publication (id),
    state TEXT NOT NULL CHECK (state IN ('ended', 'withdrawn')),
    ended_on TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TRIGGER report_is_not_updated BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER report_is_not_deleted BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER publication_is_not_updated BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER publication_is_not_deleted BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER publication_end_is_not_updated BEFORE UPDATE ON publication_end
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER publication_end_is_not_deleted BEFORE DELETE ON publication_end
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
