-- depends: 0006.big

-- Requests for a later due date: of an agency's own part of a task, against the date that counted
-- then. One that waits has neither a decision nor been withdrawn; `granted` is the approved date,
-- `refusal` the reason why none was.
CREATE TABLE extensions (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  task INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  due TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES people (id),
  asked_at TEXT NOT NULL,
  withdrawn_at TEXT,
  granted TEXT,
  refusal TEXT,
  decided_by INTEGER REFERENCES people (id),
  decided_at TEXT,
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((decided_at IS NULL) = (granted IS NULL AND refusal IS NULL)),
  CHECK (granted IS NULL OR refusal IS NULL),
  CHECK (withdrawn_at IS NULL OR decided_at IS NULL)
);
CREATE UNIQUE INDEX extensions_waiting ON extensions (plan, agency, task)
  WHERE decided_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX extensions_granted ON extensions (plan, task, agency, decided_at)
  WHERE granted IS NOT NULL;

-- An approved date changes how the duty stands: who has kept an answer reads it anew.
CREATE TRIGGER extension_granted AFTER UPDATE OF granted ON extensions BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'task', NEW.task, NEW.agency, serial FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

-- The leaders' briefs that somebody was told, once a person and key, and who wants none.
CREATE TABLE briefs (
  person INTEGER NOT NULL REFERENCES people (id),
  key TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (person, key)
) WITHOUT ROWID;

CREATE TABLE brief_stops (
  person INTEGER PRIMARY KEY REFERENCES people (id),
  stopped_at TEXT NOT NULL
);
