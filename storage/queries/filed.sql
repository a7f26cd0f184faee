-- name: count_filed_reports(plan, agency, first, last)^
SELECT count(*) AS rows, coalesce(max(id), 0) AS newest FROM task_reports
WHERE plan = :plan AND (:agency IS NULL OR :agency IN (agency, agency_then))
  AND reported_on BETWEEN :first AND :last;

-- name: filed_reports(plan, agency, first, last, after, until, most)
-- Read by id: "|| ''" keeps an index from being used that has all rows sorted anew for a page.
SELECT r.*, a.name AS agency_name, p.name AS reporter_name, p.role AS reporter_role,
  (SELECT b.name FROM agencies b WHERE b.id = r.by_agency) AS by_name,
  (
    SELECT q.name FROM reviews v JOIN people q ON q.id = v.reviewer
    WHERE v.report = r.id AND v.act = 'confirmed'
  ) AS confirmer,
  (
    SELECT q.name FROM reviews v JOIN people q ON q.id = v.reviewer
    WHERE v.report = r.id AND v.act <> 'confirmed' ORDER BY v.id DESC LIMIT 1
  ) AS reviewer,
  (SELECT v.reason FROM reviews v WHERE v.report = r.id AND v.act = 'returned') AS returned_for,
  EXISTS (SELECT 1 FROM reviews v WHERE v.report = r.id AND v.act = 'accepted') AS accepted,
  (
    SELECT n.id FROM counted_reports n
    WHERE n.plan = r.plan AND n.agency = r.agency AND n.task = r.task
    ORDER BY n.id DESC LIMIT 1
  ) AS valid
FROM task_reports r JOIN agencies a ON a.id = coalesce(r.agency_then, r.agency) JOIN people p ON p.id = r.reporter
WHERE r.id > :after AND r.id <= :until AND r.plan || '' = :plan
  AND (:agency IS NULL OR :agency IN (r.agency, r.agency_then)) AND r.reported_on BETWEEN :first AND :last
ORDER BY r.id LIMIT :most;

-- name: evidence_of_reports(first, last)
SELECT report AS filed, name FROM evidence WHERE report BETWEEN :first AND :last
ORDER BY report, id;

-- name: count_filed_figures(plan, agency, first, last)^
SELECT count(*) AS rows, coalesce(max(id), 0) AS newest FROM figures
WHERE plan = :plan AND (:agency IS NULL OR :agency IN (agency, agency_then))
  AND reported_on BETWEEN :first AND :last;

-- name: filed_figures(plan, agency, first, last, after, until, most)
-- Read by id: "|| ''" keeps an index from being used that has all rows sorted anew for a page.
SELECT f.*, a.name AS agency_name, p.name AS reporter_name, p.role AS reporter_role,
  (SELECT b.name FROM agencies b WHERE b.id = f.by_agency) AS by_name,
  (
    SELECT q.name FROM reviews v JOIN people q ON q.id = v.reviewer
    WHERE v.figure = f.id AND v.act = 'confirmed'
  ) AS confirmer,
  (
    SELECT q.name FROM reviews v JOIN people q ON q.id = v.reviewer
    WHERE v.figure = f.id AND v.act <> 'confirmed' ORDER BY v.id DESC LIMIT 1
  ) AS reviewer,
  (SELECT v.reason FROM reviews v WHERE v.figure = f.id AND v.act = 'returned') AS returned_for,
  EXISTS (SELECT 1 FROM reviews v WHERE v.figure = f.id AND v.act = 'accepted') AS accepted,
  (
    SELECT n.id FROM counted_figures n
    WHERE n.plan = f.plan AND n.agency = f.agency AND n.indicator = f.indicator
      AND n.year = f.year
    ORDER BY n.id DESC LIMIT 1
  ) AS valid
FROM figures f JOIN agencies a ON a.id = coalesce(f.agency_then, f.agency) JOIN people p ON p.id = f.reporter
WHERE f.id > :after AND f.id <= :until AND f.plan || '' = :plan
  AND (:agency IS NULL OR :agency IN (f.agency, f.agency_then)) AND f.reported_on BETWEEN :first AND :last
ORDER BY f.id LIMIT :most;

-- name: evidence_of_figures(first, last)
SELECT figure AS filed, name FROM evidence WHERE figure BETWEEN :first AND :last
ORDER BY figure, id;

-- name: count_filed(plan)
SELECT 'task' AS subject, task AS number, count(*) AS rows FROM task_reports
WHERE plan = :plan GROUP BY task
UNION ALL
SELECT 'indicator', indicator, count(*) FROM figures WHERE plan = :plan GROUP BY indicator;
