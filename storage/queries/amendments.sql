-- name: plan_version(plan)$
SELECT serial FROM changes WHERE plan = :plan AND subject = 'plan';

-- name: agency_changes(plan)
SELECT id, document, settled_at FROM agency_changes WHERE plan = :plan ORDER BY effective, id;

-- name: add_agency_change(plan, effective, document, now)$
INSERT INTO agency_changes (plan, effective, document, applied_at)
VALUES (:plan, :effective, :document, :now)
ON CONFLICT (plan, document) DO NOTHING
RETURNING id;

-- name: mark_settled(id, now)!
UPDATE agency_changes SET settled_at = :now WHERE id = :id;

-- name: assignments(plan)
SELECT task, leads, since FROM assignments WHERE plan = :plan ORDER BY since, id;

-- name: assign(plan, task, leads, since, reason, person, now)!
INSERT INTO assignments (plan, task, leads, since, reason, person, assigned_at)
VALUES (:plan, :task, :leads, :since, :reason, :person, :now);

-- name: renew_plan(plan)!
-- Everything that was computed of the plan is computed anew.
UPDATE plans SET document = document WHERE id = :plan;

-- name: duties_of(plan)
SELECT plan, subject, number, agency FROM duties WHERE plan = :plan;

-- name: pass_reports(plan, task, agency, taker)!
UPDATE task_reports SET agency_then = coalesce(agency_then, agency), agency = :taker
WHERE id IN (
  SELECT id FROM task_reports
  WHERE plan = :plan AND agency = :agency AND task = :task AND withdrawn_at IS NULL
  UNION ALL
  SELECT id FROM task_reports
  WHERE plan = :plan AND agency = :agency AND task = :task AND withdrawn_at IS NOT NULL
);

-- name: pass_obstacles(plan, task, agency, taker)!
UPDATE obstacles SET agency = :taker WHERE plan = :plan AND task = :task AND agency = :agency;

-- name: pass_extensions(plan, task, agency, taker)!
-- Of two requests that wait for one task, the taker's own stays the one that waits.
UPDATE extensions SET agency = :taker
WHERE plan = :plan AND task = :task AND agency = :agency AND NOT (
  decided_at IS NULL AND withdrawn_at IS NULL AND EXISTS (
    SELECT 1 FROM extensions o
    WHERE o.plan = :plan AND o.task = :task AND o.agency = :taker
      AND o.decided_at IS NULL AND o.withdrawn_at IS NULL
  )
);

-- name: pass_figures(plan, indicator, agency, taker)!
UPDATE figures SET agency_then = coalesce(agency_then, agency), agency = :taker
WHERE plan = :plan AND indicator = :indicator AND agency = :agency;

-- name: pass_person(id, name, agency)!
UPDATE people SET agency = :agency, name = :name WHERE id = :id;

-- name: people_by_agency()
SELECT id, name, role, agency FROM people WHERE revoked_at IS NULL ORDER BY id;

-- name: amended_between(plan, day, today)$
SELECT 1 FROM agency_changes WHERE plan = :plan AND effective > :day AND effective <= :today
UNION ALL
SELECT 1 FROM assignments WHERE plan = :plan AND since > :day AND since <= :today
LIMIT 1;

-- name: latest_by_origin(plan, day, before, since)
SELECT * FROM task_reports WHERE id IN (
  SELECT max(id) FROM counted_reports
  WHERE plan = :plan AND reported_on <= :day AND filed_at < :before
    AND (:since IS NULL OR (task, agency) IN (
      SELECT number, agency FROM changes
      WHERE plan = :plan AND subject = 'task' AND serial > :since
    ))
  GROUP BY task, agency, coalesce(agency_then, agency)
) ORDER BY id;

-- name: agencies_of_reports(plan, task)
SELECT a.id AS agency FROM agencies a WHERE EXISTS (
  SELECT 1 FROM task_reports r
  WHERE r.plan = :plan AND r.agency = a.id AND r.task = :task AND r.withdrawn_at IS NULL
) ORDER BY a.id;

-- name: tasks_of(plan, agency)
SELECT DISTINCT task FROM task_reports
WHERE plan = :plan AND agency = :agency AND withdrawn_at IS NULL;

-- name: pass_memberships(agency, taker)!
UPDATE memberships SET agency = :taker
WHERE agency = :agency AND NOT EXISTS (
  SELECT 1 FROM memberships o WHERE o.person = memberships.person AND o.agency = :taker
);
