-- name: people_to_urge(day)
SELECT p.id, p.name, p.role, p.agency,
  (SELECT count(*) FROM addresses a WHERE a.person = p.id) AS chats,
  (
    SELECT count(*) FROM addresses a WHERE a.person = p.id AND a.unreachable_at IS NULL
  ) AS reached,
  EXISTS (
    SELECT 1 FROM urgings u WHERE u.person = p.id AND u.day = :day AND u.problem IS NULL
  ) AS urged
FROM people p
WHERE p.revoked_at IS NULL AND p.role IN ('officer', 'head', 'focal')
ORDER BY p.agency, p.id;

-- name: urge(plan, day, agency, person, problem, urged_by, now, not_before)$
INSERT INTO urgings (plan, day, agency, person, problem, urged_by, urged_at, not_before)
VALUES (:plan, :day, :agency, :person, :problem, :urged_by, :now, :not_before)
ON CONFLICT DO NOTHING
RETURNING id;

-- name: last_urging_day(plan)$
SELECT max(day) FROM urgings WHERE plan = :plan;

-- name: urgings_on(plan, day, key)
SELECT u.agency, u.person, p.name, u.problem, u.not_before, o.state, o.problem AS refusal,
  o.sent_at, a.unreachable_at
FROM urgings u
LEFT JOIN people p ON p.id = u.person
LEFT JOIN notices n ON n.person = u.person AND n.key = :key AND u.problem IS NULL
LEFT JOIN outbox o ON o.id = (SELECT max(m.id) FROM outbox m WHERE m.notice = n.id)
LEFT JOIN addresses a ON a.id = o.address
WHERE u.plan = :plan AND u.day = :day
  AND (u.problem IS NULL OR NOT EXISTS (
    SELECT 1 FROM urgings w
    WHERE w.plan = u.plan AND w.day = u.day AND w.agency = u.agency AND w.problem IS NULL
      AND (u.person IS NULL OR w.person = u.person)
  ))
ORDER BY u.id;
