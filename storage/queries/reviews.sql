-- name: submitted_report(plan, id)^
SELECT r.*, p.name AS reporter_name, NOT EXISTS (
  SELECT 1 FROM task_reports n
  WHERE n.plan = r.plan AND n.agency = r.agency AND n.task = r.task AND n.id > r.id
    AND n.withdrawn_at IS NULL
) AS newest, (
  SELECT max(c.closed_at) FROM periods p JOIN closings c
    ON c.plan = p.plan AND c.subject = p.subject AND c.period = p.key
  WHERE p.plan = r.plan AND p.subject = 'task'
    AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
      ELSE r.for_period = p.key END
) AS closed_at
FROM task_reports r JOIN people p ON p.id = r.reporter
WHERE r.plan = :plan AND r.id = :id AND r.withdrawn_at IS NULL;

-- name: submitted_figure(plan, id)^
SELECT f.*, p.name AS reporter_name, NOT EXISTS (
  SELECT 1 FROM figures n
  WHERE n.plan = f.plan AND n.agency = f.agency AND n.indicator = f.indicator AND n.year = f.year
    AND n.id > f.id AND n.withdrawn_at IS NULL
) AS newest, (
  SELECT max(c.closed_at) FROM closings c
  WHERE c.plan = f.plan AND c.subject = 'indicator'
    AND CAST(substr(c.period, 1, 4) AS INTEGER) = f.year
) AS closed_at
FROM figures f JOIN people p ON p.id = f.reporter
WHERE f.plan = :plan AND f.id = :id AND f.withdrawn_at IS NULL;

-- name: reviews_of(id)
SELECT v.act, v.reason, v.reviewer, v.reviewed_at, p.name, h.name AS in_place_of
FROM reviews v JOIN people p ON p.id = v.reviewer LEFT JOIN people h ON h.id = v.in_place_of
WHERE v.report = :id OR v.figure = :id
ORDER BY v.id;

-- name: report_before(plan, task, agency, id, own)^
SELECT * FROM live_reports
WHERE plan = :plan AND task = :task AND agency = :agency AND id < :id
  AND (needs_head = 0 OR agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.report = live_reports.id AND v.act = 'confirmed'
  ))
ORDER BY id DESC LIMIT 1;

-- name: figure_before(plan, indicator, agency, year, id, own)^
SELECT * FROM live_figures
WHERE plan = :plan AND indicator = :indicator AND agency = :agency AND id < :id AND year <= :year
  AND (needs_head = 0 OR agency = :own OR EXISTS (
    SELECT 1 FROM reviews v WHERE v.figure = live_figures.id AND v.act = 'confirmed'
  ))
ORDER BY year DESC, id DESC LIMIT 1;

-- name: newest_report(plan, task, agency)^
SELECT r.id, EXISTS (
  SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned'
) AS returned
FROM task_reports r
WHERE r.plan = :plan AND r.task = :task AND r.agency = :agency AND r.withdrawn_at IS NULL
ORDER BY r.id DESC LIMIT 1;

-- name: period_returned(report, day)$
SELECT p.key FROM task_reports r JOIN periods p ON p.plan = r.plan AND p.subject = 'task'
  AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
    ELSE r.for_period = p.key END
WHERE r.id = :report AND p.ends < :day
  AND EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned');

-- name: awaiting_reports(plan, part, agency)
SELECT r.id, r.task AS number, NULL AS year, r.agency, r.reporter, r.filed_at FROM duties d JOIN task_reports r ON r.id = (
  SELECT max(id) FROM task_reports
  WHERE plan = d.plan AND agency = d.agency AND task = d.number AND withdrawn_at IS NULL
)
WHERE d.plan = :plan AND d.subject = 'task' AND (:agency IS NULL OR d.agency = :agency)
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'returned')
  AND CASE WHEN r.needs_head = 0
      OR EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'confirmed')
    THEN :part = 'focal'
      AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'accepted')
    ELSE :part = 'head' END
  AND NOT EXISTS (
    SELECT 1 FROM periods p JOIN closings c
      ON c.plan = p.plan AND c.subject = p.subject AND c.period = p.key
    WHERE p.plan = r.plan AND p.subject = 'task' AND c.closed_at >= r.filed_at
      AND CASE WHEN r.for_period IS NULL THEN r.reported_on BETWEEN p.starts AND p.ends
        ELSE r.for_period = p.key END
  )
ORDER BY r.id;

-- name: awaiting_figures(plan, part, agency)
SELECT f.id, f.indicator AS number, f.year, f.agency, f.reporter, f.filed_at FROM figures f WHERE f.id IN (
  SELECT max(id) FROM figures
  WHERE plan = :plan AND (:agency IS NULL OR agency = :agency) AND withdrawn_at IS NULL
  GROUP BY agency, indicator, year
)
  AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'returned')
  AND CASE WHEN f.needs_head = 0
      OR EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'confirmed')
    THEN :part = 'focal'
      AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'accepted')
    ELSE :part = 'head' END
  AND NOT EXISTS (
    SELECT 1 FROM closings c
    WHERE c.plan = f.plan AND c.subject = 'indicator' AND c.closed_at >= f.filed_at
      AND CAST(substr(c.period, 1, 4) AS INTEGER) = f.year
  )
ORDER BY f.id;

-- name: reports_by_id(ids)
SELECT r.* FROM task_reports r WHERE r.id IN (SELECT value FROM json_each(:ids));

-- name: figures_by_id(ids)
SELECT f.* FROM figures f WHERE f.id IN (SELECT value FROM json_each(:ids));

-- name: review(report, figure, act, reason, reviewer, in_place_of, address, now)!
INSERT INTO reviews (report, figure, act, reason, reviewer, in_place_of, address, reviewed_at)
VALUES (:report, :figure, :act, :reason, :reviewer, :in_place_of, :address, :now);

-- name: duty_states(plan, subject, period, agency, number)
SELECT o.number, o.agency, o.submitted, o.excluded, o.closed_at,
  coalesce(r.reporter, f.reporter) AS reporter,
  coalesce(r.needs_head, f.needs_head) AS needs_head,
  coalesce(r.filed_at, f.filed_at) AS filed_at,
  EXISTS (
    SELECT 1 FROM reviews v
    WHERE (v.report = o.submitted OR v.figure = o.submitted) AND v.act = 'confirmed'
  ) AS confirmed,
  EXISTS (
    SELECT 1 FROM reviews v
    WHERE (v.report = o.submitted OR v.figure = o.submitted) AND v.act = 'accepted'
  ) AS accepted,
  EXISTS (
    SELECT 1 FROM reviews v
    WHERE (v.report = o.submitted OR v.figure = o.submitted) AND v.act = 'returned'
  ) AS returned,
  (
    SELECT max(v.reviewed_at) FROM reviews v
    WHERE v.report = o.submitted OR v.figure = o.submitted
  ) AS reviewed_at
FROM obligations o
LEFT JOIN task_reports r ON r.id = o.submitted AND o.subject = 'task'
LEFT JOIN figures f ON f.id = o.submitted AND o.subject = 'indicator'
WHERE o.plan = :plan AND o.subject = :subject AND o.period = :period
  AND (:agency IS NULL OR o.agency = :agency) AND (:number IS NULL OR o.number = :number)
  AND (o.progress_before IS NULL OR o.progress_before <> 'done' OR o.submitted IS NOT NULL)
ORDER BY o.number, o.agency;

-- name: left_out_of(plan, subject, period)
SELECT e.agency, e.reason, e.decided_at, p.name FROM left_out e JOIN people p ON p.id = e.person
WHERE e.plan = :plan AND e.subject = :subject AND e.period = :period
ORDER BY e.agency;

-- name: exclude(plan, subject, period, agency, excluded, reason, person, address, now)!
INSERT INTO exclusions (
  plan, subject, period, agency, excluded, reason, person, address, decided_at
) VALUES (:plan, :subject, :period, :agency, :excluded, :reason, :person, :address, :now);

-- name: close_period(plan, subject, period, person, address, now)!
INSERT INTO closings (plan, subject, period, person, address, closed_at)
VALUES (:plan, :subject, :period, :person, :address, :now);

-- name: closings_of(plan, subject)
SELECT period, count(*) AS version, max(closed_at) AS closed_at FROM closings
WHERE plan = :plan AND subject = :subject GROUP BY period;
