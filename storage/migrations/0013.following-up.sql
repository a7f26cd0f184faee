-- depends: 0011.notices

-- Vướng mắc, each followed up until it is closed. Its words stand apart, everything that was ever
-- said of it by whom; `report` is the report in which it was said, NULL where it was said by itself.
CREATE TABLE obstacles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan TEXT NOT NULL REFERENCES plans (id),
  task INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  opened_at TEXT NOT NULL,
  closed_at TEXT
);
CREATE INDEX obstacles_open ON obstacles (plan, agency, task) WHERE closed_at IS NULL;
CREATE INDEX obstacles_of_task ON obstacles (plan, task, agency);

CREATE TABLE obstacle_words (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obstacle INTEGER NOT NULL REFERENCES obstacles (id),
  kind TEXT NOT NULL CHECK (
    kind IN ('told', 'repeated', 'answered', 'replied', 'closed', 'reopened', 'withdrawn')
  ),
  words TEXT,
  person INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  report INTEGER REFERENCES task_reports (id),
  said_at TEXT NOT NULL
);
CREATE INDEX obstacle_words_of_obstacle ON obstacle_words (obstacle, id);
CREATE INDEX obstacle_words_of_report ON obstacle_words (report) WHERE report IS NOT NULL;

-- What the latest reports tell is open.
INSERT INTO obstacles (plan, task, agency, opened_at)
SELECT r.plan, r.task, r.agency, r.filed_at FROM task_reports r
WHERE r.obstacle IS NOT NULL AND r.id = (
  SELECT max(l.id) FROM task_reports l
  WHERE l.plan = r.plan AND l.agency = r.agency AND l.task = r.task AND l.withdrawn_at IS NULL
)
ORDER BY r.id;
INSERT INTO obstacle_words (obstacle, kind, words, person, address, report, said_at)
SELECT o.id, 'told', r.obstacle, r.reporter, r.address, r.id, r.filed_at
FROM obstacles o
JOIN task_reports r ON r.plan = o.plan AND r.agency = o.agency AND r.task = o.task
WHERE r.id = (
  SELECT max(l.id) FROM task_reports l
  WHERE l.plan = r.plan AND l.agency = r.agency AND l.task = r.task AND l.withdrawn_at IS NULL
);

-- Who keeps what stands in the way reads it anew (0006.big.sql).
CREATE TRIGGER obstacle_opened AFTER INSERT ON obstacles BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'task', NEW.task, NEW.agency, serial FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER obstacle_changed AFTER UPDATE ON obstacles BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'task', NEW.task, NEW.agency, serial FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

-- Đôn đốc: whom the focal agency had urged, once a person and day; `day` is the one on which it
-- goes out. A `problem` tells why somebody could not be told of it; `person` is NULL where an agency
-- has nobody on the roster.
CREATE TABLE urgings (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  day TEXT NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  person INTEGER REFERENCES people (id),
  problem TEXT CHECK (problem IN ('not_joined', 'blocked')),
  urged_by INTEGER NOT NULL REFERENCES people (id),
  urged_at TEXT NOT NULL,
  not_before TEXT,
  CHECK (person IS NOT NULL OR problem IS NOT NULL)
);
CREATE UNIQUE INDEX urgings_once ON urgings (person, day) WHERE problem IS NULL;
CREATE UNIQUE INDEX urgings_in_vain ON urgings (plan, day, agency, coalesce(person, 0))
  WHERE problem IS NOT NULL;
CREATE INDEX urgings_by_day ON urgings (plan, day);
