-- depends: 0002.figures

-- Browsers that are signed in to the web chat, each with a chat of its own: they begin and end
-- together. Of the token in the browser's cookie only the hash is kept.
CREATE TABLE web_sessions (
  hash TEXT PRIMARY KEY,
  address INTEGER NOT NULL UNIQUE REFERENCES addresses (id),
  kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
  opened_at TEXT NOT NULL,
  ends_at TEXT NOT NULL
);
CREATE INDEX web_sessions_by_end ON web_sessions (ends_at);
