DROP TRIGGER agency_left_out;
DROP TRIGGER figure_reviewed;
DROP TRIGGER report_reviewed;
DROP VIEW obligations;
DROP INDEX task_reports_latest;
CREATE INDEX task_reports_latest
  ON task_reports (plan, agency, task, id, reported_on, filed_at, progress)
  WHERE withdrawn_at IS NULL;
DROP VIEW counted_figures;
DROP VIEW live_figures;
DROP VIEW counted_reports;
DROP VIEW live_reports;
DROP TABLE delegations;
DROP TABLE closings;
DROP VIEW left_out;
DROP TABLE exclusions;
DROP TABLE reviews;
ALTER TABLE figures DROP COLUMN needs_head;
ALTER TABLE figures DROP COLUMN by_agency;
ALTER TABLE task_reports DROP COLUMN needs_head;
ALTER TABLE task_reports DROP COLUMN for_period;
ALTER TABLE task_reports DROP COLUMN by_agency;
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
