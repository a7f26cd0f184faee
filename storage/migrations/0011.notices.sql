-- depends: 0010.bots

-- What somebody's turn has for somebody else: a dialogue to be opened in that one's chat, once a
-- person and key. `not_before` is the moment before which it does not leave, NULL for at once.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  key TEXT NOT NULL,
  dialogue TEXT NOT NULL,
  given TEXT NOT NULL,
  written_at TEXT NOT NULL,
  not_before TEXT,
  UNIQUE (person, key)
);

-- The content of a notice's delivery is empty until it is built, when its turn to leave has come.
ALTER TABLE outbox ADD COLUMN notice INTEGER REFERENCES notices (id);
CREATE INDEX outbox_of_notice ON outbox (notice) WHERE notice IS NOT NULL;
