-- Whose words came in, and for whom was written: a chat may pass from one person to another. Rows
-- from before are nobody's.
ALTER TABLE inbox ADD COLUMN person INTEGER REFERENCES people (id);
ALTER TABLE outbox ADD COLUMN person INTEGER REFERENCES people (id);
CREATE INDEX inbox_of_person ON inbox (person, id) WHERE person IS NOT NULL;
CREATE INDEX outbox_of_person ON outbox (person, id) WHERE person IS NOT NULL;

-- The obstacles that a report ends, as a list of numbers; they end once its head has confirmed it.
ALTER TABLE task_reports ADD COLUMN closes TEXT;
