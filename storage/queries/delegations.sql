-- name: absent_for(deputy, day)
SELECT p.id, p.name, p.role, p.agency FROM delegations d
JOIN people p ON p.id = d.person JOIN people q ON q.id = d.deputy AND q.agency = p.agency
WHERE d.deputy = :deputy AND d.ended_at IS NULL AND :day BETWEEN d.starts AND d.ends
  AND p.revoked_at IS NULL
ORDER BY d.id;

-- name: delegation_of(person, day)^
SELECT d.id, d.starts, d.ends, p.id AS deputy, p.name, p.role, p.agency
FROM delegations d
JOIN people p ON p.id = d.deputy JOIN people q ON q.id = d.person AND q.agency = p.agency
WHERE d.person = :person AND d.ended_at IS NULL AND d.ends >= :day AND p.revoked_at IS NULL
ORDER BY d.id DESC LIMIT 1;

-- name: delegate(person, deputy, starts, ends, now)!
INSERT INTO delegations (person, deputy, starts, ends, named_at)
VALUES (:person, :deputy, :starts, :ends, :now);

-- name: end_delegations(person, now)!
UPDATE delegations SET ended_at = :now WHERE person = :person AND ended_at IS NULL;
