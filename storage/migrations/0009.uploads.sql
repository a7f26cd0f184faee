-- depends: 0008.quotas

-- Links by which files reach a chat whose platform gives no files away, the newest of each chat. Of
-- the token in a link only the hash is kept; `last` names the update that was handed in last by it.
CREATE TABLE uploads (
  address INTEGER PRIMARY KEY REFERENCES addresses (id),
  person INTEGER NOT NULL REFERENCES people (id),
  hash TEXT NOT NULL UNIQUE,
  opened_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  files INTEGER NOT NULL DEFAULT 0,
  last TEXT
);
