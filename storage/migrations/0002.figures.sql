-- depends: 0001.initial

-- Figures of indicators: a value, or the reason why there is none yet. Task reports and figures are
-- numbered together, so that a lookup code names one thing; a withdrawn figure stays as a record.
CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plans (id),
  indicator INTEGER NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies (id),
  year INTEGER NOT NULL,
  value TEXT,
  estimate INTEGER NOT NULL CHECK (estimate IN (0, 1)),
  reason TEXT,
  reported_on TEXT NOT NULL,
  reporter INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  filed_at TEXT NOT NULL,
  based_on INTEGER REFERENCES figures (id),
  withdrawn_at TEXT,
  CHECK ((value IS NULL) = (reason IS NOT NULL))
);
CREATE INDEX figures_latest ON figures (plan, agency, indicator, year, id)
  WHERE withdrawn_at IS NULL;
CREATE INDEX figures_of_indicator ON figures (plan, indicator, agency, id);
CREATE INDEX figures_of_reporter ON figures (reporter, id);

CREATE VIEW next_number AS
SELECT coalesce(max(id), 0) + 1 AS id
FROM (SELECT max(id) AS id FROM task_reports UNION ALL SELECT max(id) FROM figures) AS filed;

ALTER TABLE evidence ADD COLUMN figure INTEGER REFERENCES figures (id);
CREATE INDEX evidence_of_figure ON evidence (figure);

-- Who owes what: agency × (task | indicator) × period. A task is owed while it is not closed before
-- the period began; `report` is the latest one whose day lies in the period. An indicator is owed
-- for the period's year; `report` is that year's latest figure, whenever it was reported.
DROP VIEW obligations;
CREATE VIEW obligations AS
SELECT
  d.plan, d.subject, d.number, d.agency, p.key AS period, p.starts, p.ends, p.due,
  CASE d.subject WHEN 'task' THEN (
    SELECT max(r.id) FROM task_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND r.withdrawn_at IS NULL AND r.reported_on BETWEEN p.starts AND p.ends
  ) ELSE (
    SELECT max(f.id) FROM figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.withdrawn_at IS NULL AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
  ) END AS report,
  (
    SELECT r.progress FROM task_reports r
    WHERE d.subject = 'task' AND r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
      AND r.withdrawn_at IS NULL AND r.reported_on < p.starts
    ORDER BY r.id DESC LIMIT 1
  ) AS progress_before
FROM duties d JOIN periods p ON p.plan = d.plan AND p.subject = d.subject;
