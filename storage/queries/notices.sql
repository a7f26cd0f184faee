-- name: add_notice(person, key, dialogue, given, not_before, now)$
INSERT INTO notices (person, key, dialogue, given, not_before, written_at)
VALUES (:person, :key, :dialogue, :given, :not_before, :now)
ON CONFLICT (person, key) DO NOTHING
RETURNING id;

-- name: chats_to_tell(person)
SELECT a.id AS address, a.channel
FROM people p
JOIN addresses a ON a.person = p.id
LEFT JOIN talks t ON t.address = a.id
WHERE p.id = :person AND p.revoked_at IS NULL AND a.unreachable_at IS NULL
ORDER BY
  p.channel IS NULL OR p.channel <> CASE instr(a.channel, ':')
    WHEN 0 THEN a.channel ELSE substr(a.channel, 1, instr(a.channel, ':') - 1) END,
  t.touched_at DESC, a.id;

-- name: queue_notice(address, notice, now)!
INSERT INTO outbox (address, content, queued_at, notice, person)
VALUES (:address, '', :now, :notice, (SELECT person FROM notices WHERE id = :notice));

-- name: notice_of(id)^
SELECT id, person, key, dialogue, given, not_before FROM notices WHERE id = :id;

-- name: fill_notice(id, content)!
UPDATE outbox SET content = :content WHERE id = :id;

-- name: drop_notice(id, now)!
UPDATE outbox SET state = 'refused', problem = 'moot', sent_at = :now WHERE id = :id;
