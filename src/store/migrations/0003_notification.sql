CREATE TABLE notification (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    agency TEXT NOT NULL,
    incident TEXT NOT NULL,
    area TEXT NOT NULL,
    summary TEXT NOT NULL,
    received_on TEXT NOT NULL,
    criteria_text_id INTEGER REFERENCES criteria_text (id),
    UNIQUE (year, number)
) STRICT;

-- One agency's label names one incident.
CREATE UNIQUE INDEX notification_of_incident ON notification (agency, incident) WHERE incident <> '';

CREATE TRIGGER notification_is_not_updated BEFORE UPDATE ON notification
BEGIN SELECT RAISE(ABORT, 'a row is never changed'); END;
CREATE TRIGGER notification_is_not_deleted BEFORE DELETE ON notification
BEGIN SELECT RAISE(ABORT, 'a row is never deleted'); END;
