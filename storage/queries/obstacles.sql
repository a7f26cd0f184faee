-- name: duties_with_obstacles(plan, since)
SELECT DISTINCT task AS number, agency FROM obstacles
WHERE plan = :plan AND closed_at IS NULL AND (:since IS NULL OR (task, agency) IN (
  SELECT number, agency FROM changes
  WHERE plan = :plan AND subject = 'task' AND serial > :since
));

-- name: obstacles_to_confirm(plan, agency)
SELECT r.task, r.agency FROM task_reports r WHERE r.id IN (
  SELECT max(id) FROM live_reports
  WHERE plan = :plan AND agency = :agency
  GROUP BY task
) AND r.obstacle IS NOT NULL AND r.needs_head = 1 AND NOT EXISTS (
  SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed'
);

-- name: duties_with_obstacles_as_of(plan, before, since)
SELECT DISTINCT task AS number, agency FROM obstacles
WHERE plan = :plan AND opened_at < :before AND (closed_at IS NULL OR closed_at >= :before)
  AND (:since IS NULL OR (task, agency) IN (
    SELECT number, agency FROM changes
    WHERE plan = :plan AND subject = 'task' AND serial > :since
  ));

-- name: open_obstacles(plan, agency, task)
SELECT id, task, agency, opened_at, closed_at FROM obstacles
WHERE plan = :plan AND closed_at IS NULL
  AND (:agency IS NULL OR agency = :agency) AND (:task IS NULL OR task = :task)
ORDER BY opened_at, id;

-- name: obstacle_of(plan, id)^
SELECT id, task, agency, opened_at, closed_at FROM obstacles WHERE plan = :plan AND id = :id;

-- name: words_of_obstacle(obstacle)
SELECT w.id, w.obstacle, w.kind, w.words, w.report, w.said_at,
  p.id AS person, p.name, p.role, p.agency
FROM obstacle_words w JOIN people p ON p.id = w.person
WHERE w.obstacle = :obstacle ORDER BY w.id;

-- name: words_of_open_obstacles(plan, agency, task)
SELECT w.id, w.obstacle, w.kind, w.words, w.report, w.said_at,
  p.id AS person, p.name, p.role, p.agency
FROM obstacles o
JOIN obstacle_words w ON w.obstacle = o.id
JOIN people p ON p.id = w.person
WHERE o.plan = :plan AND o.closed_at IS NULL
  AND (:agency IS NULL OR o.agency = :agency) AND (:task IS NULL OR o.task = :task)
ORDER BY w.id;

-- name: obstacles_of_report(report)
SELECT obstacle, kind FROM obstacle_words WHERE report = :report ORDER BY id;

-- name: open_obstacle(plan, task, agency, now)$
INSERT INTO obstacles (plan, task, agency, opened_at) VALUES (:plan, :task, :agency, :now)
RETURNING id;

-- name: close_obstacle(id, now)!
UPDATE obstacles SET closed_at = :now WHERE id = :id;

-- name: reopen_obstacle(id)!
UPDATE obstacles SET closed_at = NULL WHERE id = :id;

-- name: say_of_obstacle(obstacle, kind, words, person, address, report, now)$
INSERT INTO obstacle_words (obstacle, kind, words, person, address, report, said_at)
VALUES (:obstacle, :kind, :words, :person, :address, :report, :now)
RETURNING id;
