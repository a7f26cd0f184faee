-- name: messages_of_month(month)
SELECT channel, sent, received FROM monthly_messages WHERE month = :month ORDER BY channel;

-- name: people_by_channel()
SELECT channel, count(DISTINCT person) AS people FROM addresses
WHERE person IS NOT NULL GROUP BY channel;

-- name: forget_bots()!
DELETE FROM bots;

-- name: set_up_bot(channel, name, monthly, users)*!
INSERT INTO bots (channel, name, monthly, users) VALUES (:channel, :name, :monthly, :users);

-- name: named_bots()
SELECT channel, name FROM bots WHERE name IS NOT NULL;

-- name: bots_beyond(month, percent)
SELECT b.channel, b.monthly, m.sent + m.received AS messages
FROM bots b JOIN monthly_messages m ON m.channel = b.channel AND m.month = :month
WHERE (m.sent + m.received) * 100 >= b.monthly * :percent
ORDER BY b.channel;

-- name: places_beside(address, person)^
SELECT b.channel, b.users - (
  SELECT count(DISTINCT o.person) FROM addresses o
  WHERE o.channel = b.channel AND o.person IS NOT NULL AND o.person <> :person
) AS places
FROM addresses a JOIN bots b ON b.channel = a.channel WHERE a.id = :address;

-- name: bots_with_places()
SELECT b.name, b.users - (
  SELECT count(DISTINCT o.person) FROM addresses o
  WHERE o.channel = b.channel AND o.person IS NOT NULL
) AS places
FROM bots b WHERE b.name IS NOT NULL AND places > 0 ORDER BY places DESC, b.channel;

-- name: raised_alarms()
SELECT subject, raised_at FROM alarms;

-- name: raise_alarm(subject, now)!
INSERT INTO alarms (subject, raised_at) VALUES (:subject, :now) ON CONFLICT DO NOTHING;

-- name: end_alarm(subject)!
DELETE FROM alarms WHERE subject = :subject;
