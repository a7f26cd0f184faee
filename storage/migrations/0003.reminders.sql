-- depends: 0002.figures

-- One digest a person and day. It tells of the steps crossed after `since`; `left_at` is written
-- before it is sent, so that it is never sent twice. `address` is where it goes, NULL once that was
-- found blocked; a `snoozed` one does not count: the next begins where it began.
CREATE TABLE digests (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  day TEXT NOT NULL,
  since TEXT NOT NULL,
  address INTEGER REFERENCES addresses (id),
  left_at TEXT,
  snoozed_at TEXT,
  UNIQUE (person, day)
);

-- The content of a digest's delivery is empty until it is built, when its turn to leave has come.
ALTER TABLE outbox ADD COLUMN digest INTEGER REFERENCES digests (id);
CREATE INDEX outbox_of_digest ON outbox (digest) WHERE digest IS NOT NULL;

-- Who is not to be reminded of what, until which day; one that was resumed stays as a record.
CREATE TABLE pauses (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  person INTEGER NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('task', 'tasks', 'indicators')),
  number INTEGER,
  until TEXT NOT NULL,
  paused_at TEXT NOT NULL,
  resumed_at TEXT,
  CHECK ((kind = 'task') = (number IS NOT NULL))
);
CREATE INDEX pauses_by_person ON pauses (person, until) WHERE resumed_at IS NULL;

-- Each time the program has looked what is due, and how many digests came of it.
CREATE TABLE looks (
  id INTEGER PRIMARY KEY,
  looked_at TEXT NOT NULL,
  people INTEGER NOT NULL,
  queued INTEGER NOT NULL
);

CREATE INDEX consents_by_person ON consents (person, agreed_at);
