-- name: latest_as_of(plan, day, before, since)
SELECT r.*, CASE WHEN r.progress = 'done' THEN (
  SELECT f.reported_on FROM counted_reports f
  WHERE f.plan = r.plan AND f.agency = r.agency AND f.task = r.task
    AND f.id <= r.id AND f.id > coalesce((
      SELECT max(o.id) FROM counted_reports o
      WHERE o.plan = r.plan AND o.agency = r.agency AND o.task = r.task
        AND o.id < r.id AND o.progress <> 'done'
    ), 0)
  ORDER BY f.id LIMIT 1
) END AS done_since
FROM duties d JOIN task_reports r ON r.id = (
  SELECT max(id) FROM counted_reports
  WHERE plan = d.plan AND agency = d.agency AND task = d.number
    AND reported_on <= :day AND filed_at < :before
)
WHERE d.plan = :plan AND d.subject = 'task' AND (:since IS NULL OR (d.number, d.agency) IN (
  SELECT number, agency FROM changes
  WHERE plan = :plan AND subject = 'task' AND serial > :since
));
