-- name: one_evidence(plan, id, own)^
SELECT e.id, r.task, f.indicator, coalesce(r.agency, f.agency) AS agency,
  coalesce(r.id, f.id) AS filed, coalesce(r.reported_on, f.reported_on) AS reported_on,
  e.name, e.media_type, e.size, e.sha256, e.problem
FROM evidence e
LEFT JOIN task_reports r ON r.id = e.report AND r.plan = :plan AND r.withdrawn_at IS NULL
  AND (r.needs_head = 0 OR r.agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed'
  ))
LEFT JOIN figures f ON f.id = e.figure AND f.plan = :plan AND f.withdrawn_at IS NULL
  AND (f.needs_head = 0 OR f.agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'confirmed'
  ))
WHERE e.id = :id AND coalesce(r.id, f.id) IS NOT NULL;

-- name: evidence_on_task(plan, task, agency, own, most)
SELECT e.id, r.task, NULL AS indicator, r.agency, r.id AS filed, r.reported_on,
  e.name, e.media_type, e.size, e.sha256, e.problem
FROM task_reports r JOIN evidence e ON e.report = r.id
WHERE r.plan = :plan AND r.task = :task AND r.withdrawn_at IS NULL
  AND r.agency IN (SELECT id FROM agencies WHERE :agency IS NULL OR id = :agency)
  AND (r.needs_head = 0 OR r.agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed'
  ))
ORDER BY r.id DESC, e.id LIMIT :most;

-- name: evidence_on_indicator(plan, indicator, agency, own, most)
SELECT e.id, NULL AS task, f.indicator, f.agency, f.id AS filed, f.reported_on,
  e.name, e.media_type, e.size, e.sha256, e.problem
FROM figures f JOIN evidence e ON e.figure = f.id
WHERE f.plan = :plan AND f.indicator = :indicator AND f.withdrawn_at IS NULL
  AND (:agency IS NULL OR f.agency = :agency)
  AND (f.needs_head = 0 OR f.agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'confirmed'
  ))
ORDER BY f.id DESC, e.id LIMIT :most;

-- name: tasks_with_evidence(plan, own)
SELECT task FROM (
  SELECT t.task, (
    SELECT e.report FROM evidence e JOIN task_reports r ON r.id = e.report
    WHERE e.task = t.task AND r.plan = :plan AND r.withdrawn_at IS NULL
      AND (r.needs_head = 0 OR r.agency = :own OR EXISTS (
        SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed'
      ))
    ORDER BY e.report DESC LIMIT 1
  ) AS newest
  FROM (SELECT DISTINCT task FROM evidence WHERE task IS NOT NULL) t
) WHERE newest IS NOT NULL ORDER BY newest DESC;

-- name: tasks_with_evidence_of(plan, agency)
SELECT r.task FROM task_reports r JOIN evidence e ON e.report = r.id
WHERE r.plan = :plan AND r.agency = :agency AND r.withdrawn_at IS NULL
GROUP BY r.task ORDER BY max(r.id) DESC;
