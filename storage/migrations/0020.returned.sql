-- depends: 0012.reviews

-- Who owes what, as in 0012, but what was returned counts as not reported until it is sent anew: an
-- older report of the period does not stand in for it. `live` is the newest one of the period,
-- `report` the newest that counts; none where it, or a newer one, was returned.
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
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned'
    ) THEN NULL ELSE r.id END
    FROM task_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number AND r.withdrawn_at IS NULL
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
    ORDER BY r.id DESC LIMIT 1
  ) ELSE (
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'returned'
    ) THEN NULL ELSE f.id END
    FROM figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.withdrawn_at IS NULL AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
    ORDER BY f.id DESC LIMIT 1
  ) END AS live,
  CASE d.subject WHEN 'task' THEN (
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned'
    ) THEN NULL ELSE r.id END
    FROM task_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number AND r.withdrawn_at IS NULL
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
      AND (r.needs_head = 0 OR EXISTS (
        SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act IN ('confirmed', 'returned')
      ))
    ORDER BY r.id DESC LIMIT 1
  ) ELSE (
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'returned'
    ) THEN NULL ELSE f.id END
    FROM figures f
    WHERE f.plan = d.plan AND f.agency = d.agency AND f.indicator = d.number
      AND f.withdrawn_at IS NULL AND f.year = CAST(substr(p.key, 1, 4) AS INTEGER)
      AND (f.needs_head = 0 OR EXISTS (
        SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act IN ('confirmed', 'returned')
      ))
    ORDER BY f.id DESC LIMIT 1
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
