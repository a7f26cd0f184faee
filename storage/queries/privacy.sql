-- name: keep_privacy_notice(hash, version, language, text, now)!
INSERT INTO privacy_notices (hash, version, language, text, first_agreed_at)
VALUES (:hash, :version, :language, :text, :now)
ON CONFLICT (hash) DO NOTHING;

-- name: record_consent(person, address, version, notice, now)!
INSERT INTO consents (person, address, version, notice, agreed_at)
VALUES (:person, :address, :version, :notice, :now);

-- name: withdraw_consents(person, now)!
UPDATE consents SET withdrawn_at = :now WHERE person = :person AND withdrawn_at IS NULL;

-- name: consents_of(person)
SELECT c.version, c.agreed_at, c.withdrawn_at, a.channel, coalesce(n.text, (
    SELECT group_concat(o.text, char(10)) FROM privacy_notices o
    WHERE c.notice IS NULL AND o.version = c.version
  )) AS words
FROM consents c
JOIN addresses a ON a.id = c.address
LEFT JOIN privacy_notices n ON n.hash = c.notice
WHERE c.person = :person ORDER BY c.id;

-- name: agreed_version(person)$
SELECT version FROM consents WHERE person = :person AND withdrawn_at IS NULL
ORDER BY id DESC LIMIT 1;

-- name: accounts_of(person)
SELECT channel, chat FROM addresses WHERE person = :person ORDER BY id;

-- name: filed_by(person)$
SELECT
  (SELECT count(*) FROM task_reports WHERE reporter = :person)
  + (SELECT count(*) FROM figures WHERE reporter = :person);

-- name: days_kept()$
SELECT days FROM retention WHERE id = 1;

-- name: add_data_request(person, address, kind, words, now, due)$
INSERT INTO data_requests (person, address, kind, words, asked_at, due_at)
VALUES (:person, :address, :kind, :words, :now, :due)
RETURNING id;

-- name: data_request(id)^
SELECT r.*, p.name, p.role, p.agency
FROM data_requests r JOIN people p ON p.id = r.person
WHERE r.id = :id;

-- name: open_data_requests(person)
SELECT r.*, p.name, p.role, p.agency
FROM data_requests r JOIN people p ON p.id = r.person
WHERE r.outcome IS NULL AND (:person IS NULL OR r.person = :person)
ORDER BY r.due_at, r.id;

-- name: data_requests_since(since)
SELECT r.*, p.name, p.role, p.agency
FROM data_requests r JOIN people p ON p.id = r.person
WHERE r.outcome IS NULL OR r.answered_at >= :since
ORDER BY r.outcome IS NOT NULL, r.due_at, r.id;

-- name: extend_data_request(id, by, reason, due, now)$
UPDATE data_requests
SET extended_at = :now, extended_by = :by, extension_reason = :reason, due_at = :due
WHERE id = :id AND outcome IS NULL AND extended_at IS NULL
RETURNING id;

-- name: answer_data_request(id, by, outcome, reason, now)$
UPDATE data_requests
SET outcome = :outcome, reason = :reason, answered_at = :now, answered_by = :by
WHERE id = :id AND outcome IS NULL
RETURNING id;

-- name: chats_used_only_by(person)
SELECT a.id AS address FROM addresses a
WHERE a.id IN (
    SELECT id FROM addresses WHERE person = :person
    UNION SELECT address FROM consents WHERE person = :person
  )
  AND (a.person IS NULL OR a.person = :person)
  AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.address = a.id AND c.person <> :person);

-- name: empty_inbox_of(person)!
UPDATE inbox SET content = '' WHERE person = :person;

-- name: empty_outbox_of(person)!
UPDATE outbox SET content = '' WHERE person = :person AND state <> 'queued';

-- name: empty_inbox_of_nobody(address)*!
UPDATE inbox SET content = '' WHERE address = :address AND person IS NULL;

-- name: empty_outbox_of_nobody(address)*!
UPDATE outbox SET content = '' WHERE address = :address AND person IS NULL AND state <> 'queued';

-- name: first_kept_inbox()$
SELECT id FROM inbox WHERE content <> '' ORDER BY id LIMIT 1;

-- name: first_young_inbox(before)$
SELECT id FROM inbox WHERE received_at >= :before ORDER BY id LIMIT 1;

-- name: empty_inbox(first, last)
UPDATE inbox SET content = '' WHERE id >= :first AND id < :last AND content <> '' RETURNING id;

-- name: first_kept_outbox()$
SELECT id FROM outbox WHERE content <> '' ORDER BY id LIMIT 1;

-- name: first_young_outbox(before)$
SELECT id FROM outbox WHERE queued_at >= :before ORDER BY id LIMIT 1;

-- name: empty_outbox(first, last)
UPDATE outbox SET content = ''
WHERE id >= :first AND id < :last AND content <> '' AND state <> 'queued' RETURNING id;

-- name: newest_inbox()$
SELECT coalesce(max(id), 0) FROM inbox;

-- name: newest_outbox()$
SELECT coalesce(max(id), 0) FROM outbox;

-- name: forget_old_talks(before)
UPDATE talks SET state = NULL WHERE touched_at < :before AND state IS NOT NULL RETURNING address;

-- name: forget_codes(now, before)
DELETE FROM codes WHERE (used_at IS NOT NULL AND used_at < :now) OR expires_at < :before
RETURNING hash;

-- name: forget_uploads(now)
DELETE FROM uploads WHERE ends_at < :now RETURNING hash;

-- name: keep_retention(days, now)!
INSERT INTO retention (id, days, cleaned_at) VALUES (1, :days, :now)
ON CONFLICT (id) DO UPDATE SET days = excluded.days, cleaned_at = excluded.cleaned_at;

-- name: reports_by(person)
SELECT id, task, agency, progress, percent, obstacle, document_number, filed_at, withdrawn_at
FROM task_reports WHERE reporter = :person ORDER BY id;

-- name: figures_by(person)
SELECT id, indicator, agency, year, value, reason, filed_at, withdrawn_at
FROM figures WHERE reporter = :person ORDER BY id;

-- name: messages_of(person)
SELECT i.received_at, i.content, a.channel
FROM inbox i JOIN addresses a ON a.id = i.address
WHERE i.person = :person AND i.content <> '' ORDER BY i.id;

-- name: files_of_nothing(copies_before, before)
SELECT e.id, e.sha256 FROM evidence e
WHERE e.report IS NULL AND e.figure IS NULL AND e.sha256 IS NOT NULL
  AND e.received_at < CASE WHEN e.ref LIKE 'copy-%' THEN :copies_before ELSE :before END;

-- name: is_held(sha256, id)$
SELECT EXISTS (SELECT 1 FROM evidence WHERE sha256 = :sha256 AND id <> :id);

-- name: forget_file(id)!
UPDATE evidence SET sha256 = NULL, problem = 'lost' WHERE id = :id;

-- name: told_between(first, last)
SELECT id, content FROM outbox
WHERE id >= :first AND id < :last AND content <> '' AND state <> 'queued';

-- name: empty_delivery(id)*!
UPDATE outbox SET content = '' WHERE id = :id;

-- name: close_copy(id, now)!
UPDATE data_requests SET outcome = 'done', answered_at = :now WHERE id = :id AND outcome IS NULL;
