CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kind_label TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    criteria_text_id INTEGER REFERENCES criteria_text (id),
    reason TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    UNIQUE (year, number)
) STRICT;

CREATE TABLE review_case (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    review_id INTEGER NOT NULL REFERENCES review (id),
    case_id INTEGER NOT NULL REFERENCES child_case (id),
    UNIQUE (review_id, case_id)
) STRICT;

CREATE INDEX review_case_of_case ON review_case (case_id);

CREATE TABLE review_closing (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    review_id INTEGER NOT NULL UNIQUE REFERENCES review (id),
    closed_on TEXT NOT NULL
) STRICT;

CREATE TABLE lesson (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    review_id INTEGER NOT NULL REFERENCES review (id),
    tier TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (year, number)
) STRICT;

CREATE INDEX lesson_of_review ON lesson (review_id);

CREATE TRIGGER review_is_not_updated BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER review_is_not_deleted BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER review_case_is_not_updated BEFORE UPDATE ON review_case
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER review_case_is_not_deleted BEFORE DELETE ON review_case
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER review_closing_is_not_updated BEFORE UPDATE ON review_closing
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER review_closing_is_not_deleted BEFORE DELETE ON review_closing
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;

CREATE TRIGGER lesson_is_not_updated BEFORE UPDATE ON lesson
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER lesson_is_not_deleted BEFORE DELETE ON lesson
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
