-- depends: 0018.amendments

-- Who changed what of whom on the roster, when, by which chat; `actor` is NULL for the command line.
CREATE TABLE roster_log (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  act TEXT NOT NULL,
  before TEXT,
  after TEXT,
  actor INTEGER REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  done_at TEXT NOT NULL
);
CREATE INDEX roster_log_of_person ON roster_log (person, id);

-- The further agencies somebody works for, besides the one acted for now.
CREATE TABLE memberships (
  person INTEGER NOT NULL REFERENCES people (id),
  agency TEXT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (person, agency)
);
