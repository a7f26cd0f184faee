-- name: messages_of_month(month)
SELECT channel, sent, received FROM monthly_messages WHERE month = :month ORDER BY channel;

-- name: people_by_channel()
SELECT channel, count(DISTINCT person) AS people FROM addresses
WHERE person IS NOT NULL GROUP BY channel;
