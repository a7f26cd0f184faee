-- name: web_session(hash, now)^
SELECT s.hash, s.kept, s.opened_at, s.ends_at, a.chat, p.id, p.name, p.role, p.agency
FROM web_sessions s
JOIN addresses a ON a.id = s.address
LEFT JOIN people p ON p.id = a.person AND p.revoked_at IS NULL
WHERE s.hash = :hash AND s.ends_at > :now;

-- name: open_web_session(hash, address, kept, now, ends)!
INSERT INTO web_sessions (hash, address, kept, opened_at, ends_at)
VALUES (:hash, :address, :kept, :now, :ends)
ON CONFLICT (address) DO UPDATE SET
  hash = excluded.hash, kept = excluded.kept, opened_at = excluded.opened_at,
  ends_at = excluded.ends_at;

-- name: extend_web_session(hash, ends)!
UPDATE web_sessions SET ends_at = :ends WHERE hash = :hash;

-- name: end_web_session(address)*!
DELETE FROM web_sessions WHERE address = :address;

-- name: end_web_sessions_of(person)!
DELETE FROM web_sessions WHERE address IN (SELECT id FROM addresses WHERE person = :person);

-- name: unbind_ended_chats(now)!
UPDATE addresses SET person = NULL
WHERE id IN (SELECT address FROM web_sessions WHERE ends_at <= :now);

-- name: ended_web_chats(now)
SELECT s.address, EXISTS (SELECT 1 FROM consents c WHERE c.address = s.address) AS joined
FROM web_sessions s WHERE s.ends_at <= :now;

-- name: forget_talk(address)*!
DELETE FROM talks WHERE address = :address;

-- name: forget_inbox(address)*!
DELETE FROM inbox WHERE address = :address;

-- name: forget_outbox(address)*!
DELETE FROM outbox WHERE address = :address;

-- name: forget_address(address)*!
DELETE FROM addresses WHERE id = :address;
