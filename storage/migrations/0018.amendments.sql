-- depends: 0011.notices

-- What changes among the agencies, as loaded from a file; `settled_at` tells when it took effect in
-- what is stored: reports and people have passed to who comes after.
CREATE TABLE agency_changes (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  effective TEXT NOT NULL,
  document TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  settled_at TEXT,
  UNIQUE (plan, document)
);

-- Who leads a task from a day on, as the focal agency has decided; `leads` are ids, as JSON.
CREATE TABLE assignments (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  task INTEGER NOT NULL,
  leads TEXT NOT NULL,
  since TEXT NOT NULL,
  reason TEXT,
  person INTEGER REFERENCES people (id),
  assigned_at TEXT NOT NULL
);
CREATE INDEX assignments_of_plan ON assignments (plan, since, id);

-- `agency` answers for a report today; `agency_then` is the one that filed it, where that is another.
ALTER TABLE task_reports ADD COLUMN agency_then TEXT REFERENCES agencies (id);
ALTER TABLE figures ADD COLUMN agency_then TEXT REFERENCES agencies (id);
