-- name: chat_of(channel, chat)^
SELECT
  a.id, a.failed_codes, a.barred_until, a.unreachable_at, t.person AS talker, t.serial, t.state,
  p.id AS person, p.name, p.role, p.agency,
  (
    SELECT c.version FROM consents c
    WHERE c.person = p.id AND c.withdrawn_at IS NULL ORDER BY c.agreed_at DESC, c.id DESC LIMIT 1
  ) AS agreed
FROM addresses a
LEFT JOIN people p ON p.id = a.person AND p.revoked_at IS NULL
LEFT JOIN talks t ON t.address = a.id
WHERE a.channel = :channel AND a.chat = :chat;

-- name: add_address(channel, chat)$
INSERT INTO addresses (channel, chat) VALUES (:channel, :chat) RETURNING id;

-- name: save_talks(address, person, serial, state, now)!
INSERT INTO talks (address, person, serial, state, touched_at)
VALUES (:address, :person, :serial, :state, :now)
ON CONFLICT (address) DO UPDATE SET
  person = excluded.person, serial = excluded.serial, state = excluded.state,
  touched_at = excluded.touched_at;

-- name: mark_reachable(address)!
UPDATE addresses SET unreachable_at = NULL WHERE id = :address;

-- name: receive(address, external, content, now)$
INSERT INTO inbox (address, external, content, received_at, person)
VALUES (
  :address, :external, :content, :now, (SELECT person FROM addresses WHERE id = :address)
)
ON CONFLICT (address, external) DO NOTHING
RETURNING id;

-- name: park(inbox, problem)!
UPDATE inbox SET parked = :problem WHERE id = :inbox;
