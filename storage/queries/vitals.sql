-- name: backlog()
SELECT a.channel, count(*) AS queued, min(o.queued_at) AS oldest
FROM outbox o JOIN addresses a ON a.id = o.address
WHERE o.state = 'queued' GROUP BY a.channel;
