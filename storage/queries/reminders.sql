-- name: done_tasks(plan, agency)
SELECT d.agency, d.number FROM duties d
WHERE d.plan = :plan AND d.subject = 'task' AND (:agency IS NULL OR d.agency = :agency)
  AND 'done' = (
    SELECT r.progress FROM live_reports r
    WHERE r.plan = d.plan AND r.agency = d.agency AND r.task = d.number
    ORDER BY r.id DESC LIMIT 1
  );

-- name: reached_people()
SELECT
  p.id, p.name, p.role, p.agency, p.added_at,
  (SELECT min(c.agreed_at) FROM consents c WHERE c.person = p.id) AS agreed_at,
  (
    SELECT max(d.day) FROM digests d
    WHERE d.person = p.id AND d.left_at IS NOT NULL AND d.snoozed_at IS NULL
  ) AS told,
  a.id AS address, a.channel, a.unreachable_at
FROM people p
LEFT JOIN addresses a ON a.person = p.id
LEFT JOIN talks t ON t.address = a.id
WHERE p.revoked_at IS NULL
ORDER BY
  p.id, a.unreachable_at IS NOT NULL,
  p.channel IS NULL OR p.channel <> CASE instr(a.channel, ':')
    WHEN 0 THEN a.channel ELSE substr(a.channel, 1, instr(a.channel, ':') - 1) END,
  t.touched_at DESC, a.id;

-- name: bound_channels()
SELECT DISTINCT channel FROM addresses WHERE person IS NOT NULL;

-- name: open_pauses(plan, day)
SELECT u.id, u.kind, u.number, u.until, u.paused_at, p.id AS person, p.name, p.role, p.agency
FROM pauses u JOIN people p ON p.id = u.person
WHERE u.plan = :plan AND u.resumed_at IS NULL AND u.until > :day AND p.revoked_at IS NULL
ORDER BY u.paused_at, u.id;

-- name: pause(plan, person, kind, number, until, now)!
INSERT INTO pauses (plan, person, kind, number, until, paused_at)
VALUES (:plan, :person, :kind, :number, :until, :now);

-- name: resume(plan, person, kind, number, now)!
UPDATE pauses SET resumed_at = :now
WHERE plan = :plan AND person = :person AND kind = :kind AND number IS :number
  AND resumed_at IS NULL;

-- name: digest_told(person, day)^
SELECT id, since FROM digests
WHERE person = :person AND day = :day AND left_at IS NOT NULL AND snoozed_at IS NULL;

-- name: snooze(person, day, now)!
UPDATE digests SET snoozed_at = :now WHERE person = :person AND day = :day;

-- name: plan_digest(person, day, since, address)*!
INSERT INTO digests (person, day, since, address) VALUES (:person, :day, :since, :address)
ON CONFLICT (person, day) DO UPDATE SET address = excluded.address
WHERE digests.address IS NULL AND digests.left_at IS NULL;

-- name: queue_digests(day, now)
INSERT INTO outbox (address, content, queued_at, digest, person)
SELECT d.address, '', :now, d.id, d.person FROM digests d
WHERE d.day = :day AND d.address IS NOT NULL AND d.left_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.digest = d.id AND o.address = d.address)
RETURNING id;

-- name: record_look(people, queued, now)!
INSERT INTO looks (looked_at, people, queued) VALUES (:now, :people, :queued);

-- name: last_look()^
SELECT looked_at, people, queued FROM looks ORDER BY id DESC LIMIT 1;

-- name: digest_of(id)^
SELECT id, person, day, since, address FROM digests WHERE id = :id AND left_at IS NULL;

-- name: leave(id, now)!
UPDATE digests SET left_at = :now WHERE id = :id;

-- name: drop_reference(id)!
DELETE FROM outbox WHERE digest = :id AND state = 'queued';

-- name: queue_leaving(address, content, digest, now)$
INSERT INTO outbox (address, content, queued_at, sent_at, state, digest, person)
VALUES (
  :address, :content, :now, :now, 'sent', :digest, (SELECT person FROM digests WHERE id = :digest)
)
RETURNING id;

-- name: mark_moot(id, now)!
UPDATE outbox SET state = 'refused', problem = 'moot', sent_at = :now
WHERE digest = :id AND state = 'queued';

-- name: stay(id)!
UPDATE digests SET left_at = NULL WHERE id = :id;

-- name: put_back(id)!
UPDATE outbox SET state = 'queued', content = '', sent_at = NULL WHERE id = :id;

-- name: find_new_address(id)!
UPDATE digests SET left_at = NULL, address = NULL WHERE id = :id;
