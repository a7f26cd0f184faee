-- name: queue(address, content, now)$
INSERT INTO outbox (address, content, queued_at, person)
VALUES (:address, :content, :now, (SELECT person FROM addresses WHERE id = :address))
RETURNING id;

-- name: queued_after(after, most)
SELECT o.id, o.address, o.content, o.queued_at, o.digest, o.notice, a.channel, a.chat
FROM outbox o JOIN addresses a ON a.id = o.address
WHERE o.state = 'queued' AND o.id > :after
ORDER BY o.id LIMIT :most;

-- name: timeline(channel, chat, after, most)
SELECT o.id, o.address, o.content, o.queued_at, a.channel, a.chat
FROM outbox o JOIN addresses a ON a.id = o.address
WHERE a.channel = :channel AND a.chat = :chat AND o.id > :after AND o.content <> ''
ORDER BY o.id LIMIT :most;

-- name: delivery(channel, chat, id)^
SELECT o.id, o.address, o.content, o.queued_at, a.channel, a.chat
FROM outbox o JOIN addresses a ON a.id = o.address
WHERE a.channel = :channel AND a.chat = :chat AND o.id = :id AND o.content <> '';

-- name: any_delivery(id)^
SELECT o.id, o.address, o.content, o.queued_at, a.channel, a.chat
FROM outbox o JOIN addresses a ON a.id = o.address
WHERE o.id = :id AND o.content <> '';

-- name: mark_sent(id, message, now)*!
UPDATE outbox SET state = 'sent', message = :message, sent_at = :now WHERE id = :id;

-- name: mark_refused(id, problem, now)*!
UPDATE outbox SET state = 'refused', problem = :problem, sent_at = :now WHERE id = :id;

-- name: mark_unreachable(address, now)*!
UPDATE addresses SET unreachable_at = :now WHERE id = :address;
