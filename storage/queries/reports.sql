-- name: latest_of_agency(plan, agency)
SELECT r.* FROM task_reports r WHERE r.id IN (
  SELECT max(id) FROM live_reports
  WHERE plan = :plan AND agency = :agency
  GROUP BY task
);

-- name: latest_of_all(plan, since)
SELECT r.* FROM duties d JOIN task_reports r ON r.id = (
  SELECT max(id) FROM counted_reports
  WHERE plan = d.plan AND agency = d.agency AND task = d.number
)
WHERE d.plan = :plan AND d.subject = 'task' AND (:since IS NULL OR (d.number, d.agency) IN (
  SELECT number, agency FROM changes
  WHERE plan = :plan AND subject = 'task' AND serial > :since
));

-- name: latest_of(plan, task, agency)^
SELECT * FROM live_reports
WHERE plan = :plan AND task = :task AND agency = :agency
ORDER BY id DESC LIMIT 1;

-- name: latest_counted(plan, task, agency)^
SELECT * FROM counted_reports
WHERE plan = :plan AND task = :task AND agency = :agency
ORDER BY id DESC LIMIT 1;

-- name: closes_of(id)$
SELECT closes FROM task_reports WHERE id = :id;

-- name: report_of_code(plan, id)^
SELECT * FROM task_reports WHERE plan = :plan AND id = :id AND withdrawn_at IS NULL;

-- name: history_of(plan, task, agency, most)
SELECT * FROM task_reports
WHERE plan = :plan AND task = :task AND agency = :agency AND withdrawn_at IS NULL
ORDER BY id DESC LIMIT :most;

-- name: recent_of(reporter, since, most)
SELECT * FROM task_reports
WHERE reporter = :reporter AND filed_at >= :since AND withdrawn_at IS NULL
ORDER BY id DESC LIMIT :most;

-- name: file_report(plan, task, agency, progress, stage, percent, obstacle, document_number, document_date, reported_on, reporter, address, filed_at, based_on, by_agency, for_period, needs_head, closes)$
INSERT INTO task_reports (
  id, plan, task, agency, progress, stage, percent, obstacle, document_number, document_date,
  reported_on, reporter, address, filed_at, based_on, by_agency, for_period, needs_head, closes
) VALUES (
  (SELECT id FROM next_number), :plan, :task, :agency, :progress, :stage, :percent, :obstacle,
  :document_number, :document_date, :reported_on, :reporter, :address, :filed_at, :based_on,
  :by_agency, :for_period, :needs_head, :closes
) RETURNING id;

-- name: withdraw_report(id, now)$
UPDATE task_reports SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL
RETURNING id;

-- name: owed_by_all(plan, day, since)
SELECT number, agency, period, due, report FROM obligations
WHERE plan = :plan AND subject = 'task' AND :day BETWEEN starts AND ends AND NOT excluded
  AND (progress_before IS NULL OR progress_before <> 'done')
  AND (:since IS NULL OR (number, agency) IN (
    SELECT number, agency FROM changes
    WHERE plan = :plan AND subject = 'task' AND serial > :since
  ));

-- name: owed_by_agency(plan, agency, day)
SELECT number, agency, period, due, live AS report FROM obligations
WHERE plan = :plan AND subject = 'task' AND agency = :agency AND :day BETWEEN starts AND ends
  AND NOT excluded
  AND (progress_before IS NULL OR progress_before <> 'done')
ORDER BY number;

-- name: store_evidence(address, ref, name, media_type, size, sha256, problem, now)$
INSERT INTO evidence (address, ref, name, media_type, size, sha256, problem, received_at)
VALUES (:address, :ref, :name, :media_type, :size, :sha256, :problem, :now)
RETURNING id;

-- name: reporter_of(id)$
SELECT reporter FROM task_reports WHERE id = :id
UNION ALL SELECT reporter FROM figures WHERE id = :id;

-- name: attach_evidence(id, report, address)!
UPDATE evidence SET report = :report
WHERE id = :id AND address = :address AND report IS NULL AND figure IS NULL;

-- name: pending_evidence()
SELECT e.id, e.address, e.ref, e.name, e.media_type, e.size, e.received_at, a.channel,
  p.id AS person
FROM evidence e JOIN addresses a ON a.id = e.address
LEFT JOIN people p ON p.id = a.person AND p.revoked_at IS NULL
WHERE e.problem = 'unfetched' ORDER BY e.id;

-- name: settle_evidence(id, sha256, media_type, size, problem)!
UPDATE evidence SET sha256 = :sha256, media_type = :media_type, size = :size, problem = :problem
WHERE id = :id;

-- name: is_bound(channel, chat)$
SELECT 1 FROM addresses a JOIN people p ON p.id = a.person
WHERE a.channel = :channel AND a.chat = :chat AND p.revoked_at IS NULL;
