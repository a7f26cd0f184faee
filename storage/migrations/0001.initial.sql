-- The plan as loaded, and what of it obligations are computed from.
CREATE TABLE plans (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  loaded_at TEXT NOT NULL
);

CREATE TABLE agencies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
);

CREATE TABLE duties (
  plan TEXT NOT NULL REFERENCES plans (id),
  subject TEXT NOT NULL CHECK (subject IN ('task', 'indicator')),
  number INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (plan, subject, number, agency)
);
CREATE INDEX duties_by_agency ON duties (agency, plan, subject, number);

CREATE TABLE periods (
  plan TEXT NOT NULL REFERENCES plans (id),
  subject TEXT NOT NULL CHECK (subject IN ('task', 'indicator')),
  key TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  due TEXT NOT NULL,
  PRIMARY KEY (plan, subject, key)
);

-- People, the codes they join with, and the chats they are bound to.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  added_at TEXT NOT NULL,
  revoked_at TEXT
);
CREATE UNIQUE INDEX people_once ON people (name, agency) WHERE revoked_at IS NULL;

CREATE TABLE codes (
  hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  issued_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  person INTEGER REFERENCES people (id),
  failed_codes INTEGER NOT NULL DEFAULT 0,
  barred_until TEXT,
  unreachable_at TEXT,
  UNIQUE (channel, chat)
);
CREATE INDEX addresses_by_person ON addresses (person);

CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  address INTEGER NOT NULL REFERENCES addresses (id),
  version TEXT NOT NULL,
  agreed_at TEXT NOT NULL
);

-- One chat's open talks, what came in, what goes out. Talks are open for the person they were held
-- with and nobody else; `serial` counts on for ever, so that no old button means something new.
CREATE TABLE talks (
  address INTEGER PRIMARY KEY REFERENCES addresses (id),
  person INTEGER REFERENCES people (id),
  serial INTEGER NOT NULL,
  state TEXT,
  touched_at TEXT NOT NULL
);

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  address INTEGER NOT NULL REFERENCES addresses (id),
  external TEXT NOT NULL,
  content TEXT NOT NULL,
  received_at TEXT NOT NULL,
  parked TEXT,
  UNIQUE (address, external)
);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address INTEGER NOT NULL REFERENCES addresses (id),
  content TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'sent', 'refused')),
  queued_at TEXT NOT NULL,
  sent_at TEXT,
  message TEXT,
  problem TEXT
);
CREATE INDEX outbox_queued ON outbox (id) WHERE state = 'queued';
CREATE INDEX outbox_by_address ON outbox (address, id);

-- Reports and their evidence; a withdrawn report stays as a record.
CREATE TABLE task_reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan TEXT NOT NULL REFERENCES plans (id),
  task INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  progress TEXT NOT NULL,
  stage TEXT,
  percent TEXT,
  obstacle TEXT,
  document_number TEXT,
  document_date TEXT,
  reported_on TEXT NOT NULL,
  reporter INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  filed_at TEXT NOT NULL,
  based_on INTEGER REFERENCES task_reports (id),
  withdrawn_at TEXT
);
CREATE INDEX task_reports_latest ON task_reports (plan, agency, task, id)
  WHERE withdrawn_at IS NULL;
CREATE INDEX task_reports_of_task ON task_reports (plan, task, agency, reported_on, id);
CREATE INDEX task_reports_of_reporter ON task_reports (reporter, id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  report INTEGER REFERENCES task_reports (id),
  address INTEGER NOT NULL REFERENCES addresses (id),
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT,
  problem TEXT,
  received_at TEXT NOT NULL
);
CREATE INDEX evidence_of_report ON evidence (report);
CREATE INDEX evidence_pending ON evidence (id) WHERE problem = 'unfetched';

-- Who owes what: agency × (task | indicator) × period. A period is owed while the matter is not
-- closed before it began; `report` is the latest one whose day lies in the period.
CREATE VIEW obligations AS
SELECT
  d.plan, d.subject, d.number, d.agency, p.key AS period, p.starts, p.ends, p.due,
  (
    SELECT max(r.id) FROM task_reports r
    WHERE d.subject = 'task' AND r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND r.withdrawn_at IS NULL AND r.reported_on BETWEEN p.starts AND p.ends
  ) AS report,
  (
    SELECT r.progress FROM task_reports r
    WHERE d.subject = 'task' AND r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND r.withdrawn_at IS NULL AND r.reported_on < p.starts
    ORDER BY r.id DESC LIMIT 1
  ) AS progress_before
FROM duties d JOIN periods p ON p.plan = d.plan AND p.subject = d.subject;
