-- name: granted_extensions(plan, since)
SELECT task AS number, agency, granted, decided_at FROM extensions
WHERE plan = :plan AND granted IS NOT NULL AND (:since IS NULL OR (task, agency) IN (
  SELECT number, agency FROM changes
  WHERE plan = :plan AND subject = 'task' AND serial > :since
))
ORDER BY decided_at, id;

-- name: extension_of(plan, id)^
SELECT e.*, a.name AS asker, a.role AS asker_role, a.agency AS asker_agency, d.name AS decider
FROM extensions e JOIN people a ON a.id = e.asked_by LEFT JOIN people d ON d.id = e.decided_by
WHERE e.plan = :plan AND e.id = :id AND e.withdrawn_at IS NULL;

-- name: waiting_extensions(plan, agency)
SELECT e.*, a.name AS asker, a.role AS asker_role, a.agency AS asker_agency, NULL AS decider
FROM extensions e JOIN people a ON a.id = e.asked_by
WHERE e.plan = :plan AND e.decided_at IS NULL AND e.withdrawn_at IS NULL
  AND (:agency IS NULL OR e.agency = :agency)
ORDER BY e.asked_at, e.id;

-- name: extensions_of_task(plan, task)
SELECT e.*, a.name AS asker, a.role AS asker_role, a.agency AS asker_agency, d.name AS decider
FROM extensions e JOIN people a ON a.id = e.asked_by LEFT JOIN people d ON d.id = e.decided_by
WHERE e.plan = :plan AND e.task = :task AND e.withdrawn_at IS NULL AND e.refusal IS NULL
ORDER BY e.decided_at, e.id;

-- name: ask_extension(plan, task, agency, due, until, reason, asked_by, now)$
INSERT INTO extensions (plan, task, agency, due, until, reason, asked_by, asked_at)
VALUES (:plan, :task, :agency, :due, :until, :reason, :asked_by, :now)
RETURNING id;

-- name: withdraw_extension(id, now)$
UPDATE extensions SET withdrawn_at = :now
WHERE id = :id AND decided_at IS NULL AND withdrawn_at IS NULL
RETURNING id;

-- name: decide_extension(id, granted, refusal, decided_by, now)$
UPDATE extensions
SET granted = :granted, refusal = :refusal, decided_by = :decided_by, decided_at = :now
WHERE id = :id AND decided_at IS NULL AND withdrawn_at IS NULL
RETURNING id;
