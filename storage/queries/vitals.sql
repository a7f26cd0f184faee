-- name: backlog()
SELECT a.channel, count(*) AS queued,
  min(CASE WHEN o.notice IS NULL AND o.digest IS NULL THEN o.queued_at END) AS answer,
  min(CASE WHEN o.notice IS NULL AND o.digest IS NULL THEN NULL
    WHEN n.not_before > o.queued_at THEN n.not_before ELSE o.queued_at END) AS unasked
FROM outbox o JOIN addresses a ON a.id = o.address LEFT JOIN notices n ON n.id = o.notice
WHERE o.state = 'queued' GROUP BY a.channel;
