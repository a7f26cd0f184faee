-- depends: 0010.bots

-- A report may be filed by the focal agency on behalf of another: then `by_agency` names it. What
-- answers a returned report after its period has ended is still for that period (`for_period`).
-- Whether the head has to confirm it is settled when it is filed.
ALTER TABLE task_reports ADD COLUMN by_agency TEXT REFERENCES agencies (id);
ALTER TABLE task_reports ADD COLUMN for_period TEXT;
ALTER TABLE task_reports ADD COLUMN needs_head INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figures ADD COLUMN by_agency TEXT REFERENCES agencies (id);
ALTER TABLE figures ADD COLUMN needs_head INTEGER NOT NULL DEFAULT 0;

-- What was done about a report or a figure, by whom, through which chat; `in_place_of` is the head
-- whose deputy the reviewer was. How a report stands is computed from these (domain/reviewing.py).
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  report INTEGER REFERENCES task_reports (id),
  figure INTEGER REFERENCES figures (id),
  act TEXT NOT NULL CHECK (act IN ('confirmed', 'accepted', 'returned')),
  reason TEXT,
  reviewer INTEGER NOT NULL REFERENCES people (id),
  in_place_of INTEGER REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  reviewed_at TEXT NOT NULL,
  CHECK ((report IS NULL) <> (figure IS NULL)),
  CHECK ((act = 'returned') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX reviews_of_report ON reviews (report, act) WHERE report IS NOT NULL;
CREATE UNIQUE INDEX reviews_of_figure ON reviews (figure, act) WHERE figure IS NOT NULL;

-- An agency left out of a period's reporting (loại trừ), or taken back in; the last word counts.
CREATE TABLE exclusions (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  subject TEXT NOT NULL CHECK (subject IN ('task', 'indicator')),
  period TEXT NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
  reason TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  decided_at TEXT NOT NULL
);
CREATE INDEX exclusions_of_agency ON exclusions (plan, subject, period, agency, id);

CREATE VIEW left_out AS
SELECT e.plan, e.subject, e.period, e.agency, e.reason, e.person, e.decided_at FROM exclusions e
WHERE e.excluded = 1 AND e.id = (
  SELECT max(n.id) FROM exclusions n
  WHERE n.plan = e.plan AND n.subject = e.subject AND n.period = e.period AND n.agency = e.agency
);

-- Each time a period was closed (đã chốt); what changes afterwards is a new version and open again.
CREATE TABLE closings (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  subject TEXT NOT NULL CHECK (subject IN ('task', 'indicator')),
  period TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  closed_at TEXT NOT NULL
);
CREATE INDEX closings_of_period ON closings (plan, subject, period, closed_at);

-- Who stands in for whom, from day to day, unless it was ended before.
CREATE TABLE delegations (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  deputy INTEGER NOT NULL REFERENCES people (id),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  named_at TEXT NOT NULL,
  ended_at TEXT,
  CHECK (person <> deputy AND starts <= ends)
);
CREATE INDEX delegations_by_person ON delegations (person, ends) WHERE ended_at IS NULL;
CREATE INDEX delegations_by_deputy ON delegations (deputy, ends) WHERE ended_at IS NULL;

-- What stands for the agency itself: neither withdrawn nor returned. What counts for others is
-- confirmed too, where the head has to.
CREATE VIEW live_reports AS
SELECT r.* FROM task_reports r WHERE r.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned');

CREATE VIEW counted_reports AS
SELECT r.* FROM task_reports r WHERE r.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned')
  AND (r.needs_head = 0
    OR EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed'));

CREATE VIEW live_figures AS
SELECT f.* FROM figures f WHERE f.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'returned');

CREATE VIEW counted_figures AS
SELECT f.* FROM figures f WHERE f.withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'returned')
  AND (f.needs_head = 0
    OR EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'confirmed'));

DROP INDEX task_reports_latest;
CREATE INDEX task_reports_latest ON task_reports (
  plan, agency, task, id, reported_on, filed_at, progress, for_period, needs_head
) WHERE withdrawn_at IS NULL;

-- Who owes what: agency × (task | indicator) × period. A task is owed while it is not closed before
-- the period began; a report is for the period of its day unless it names another; an indicator is
-- owed for the period's year. `submitted` is the latest one, returned or not; `live` the latest
-- that was not returned; `report` the latest that counts. `excluded`: left out of this period.
DROP VIEW obligations;
CREATE VIEW obligations AS
SELECT
  d.plan, d.subject, d.number, d.agency, p.key AS period, p.starts, p.ends, p.due,
  CASE d.subject WHEN 'task' THEN (
    SELECT max(r.id) FROM task_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number AND r.withdrawn_at IS NULL
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
  ) ELSE (
    SELECT max(f.id) FROM figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.withdrawn_at IS NULL AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
  ) END AS submitted,
  CASE d.subject WHEN 'task' THEN (
    SELECT max(r.id) FROM live_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
  ) ELSE (
    SELECT max(f.id) FROM live_figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
  ) END AS live,
  CASE d.subject WHEN 'task' THEN (
    SELECT max(r.id) FROM counted_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
  ) ELSE (
    SELECT max(f.id) FROM counted_figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
  ) END AS report,
  (
    SELECT r.progress FROM counted_reports r
    WHERE d.subject = 'task' AND r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on < p.starts
        ELSE r.for_period < p.key END
    ORDER BY r.id DESC LIMIT 1
  ) AS progress_before,
  EXISTS (
    SELECT 1 FROM left_out e
    WHERE e.plan = d.plan AND e.subject = d.subject AND e.period = p.key AND e.agency = d.agency
  ) AS excluded,
  (
    SELECT max(c.closed_at) FROM closings c
    WHERE c.plan = d.plan AND c.subject = d.subject AND c.period = p.key
  ) AS closed_at
FROM duties d JOIN periods p ON p.plan = d.plan AND p.subject = d.subject;

-- What changes how a duty stands is told to who has kept an answer (0006.big.sql).
CREATE TRIGGER report_reviewed AFTER INSERT ON reviews WHEN NEW.report IS NOT NULL BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT r.plan, 'task', r.task, r.agency, n.serial
  FROM task_reports r JOIN next_serial n ON n.plan = r.plan WHERE r.id = NEW.report
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER figure_reviewed AFTER INSERT ON reviews WHEN NEW.figure IS NOT NULL BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT f.plan, 'indicator', f.indicator, f.agency, n.serial
  FROM figures f JOIN next_serial n ON n.plan = f.plan WHERE f.id = NEW.figure
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER agency_left_out AFTER INSERT ON exclusions BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT d.plan, d.subject, d.number, d.agency, n.serial
  FROM duties d JOIN next_serial n ON n.plan = d.plan
  WHERE d.plan = NEW.plan AND d.subject = NEW.subject AND d.agency = NEW.agency
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;
