DROP VIEW obligations;
DROP VIEW next_number;
DROP INDEX evidence_of_figure;
ALTER TABLE evidence DROP COLUMN figure;
DROP TABLE figures;

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
