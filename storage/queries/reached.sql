-- name: reached_agencies()
SELECT w.agency, max(p.role <> 'head') AS officers
FROM people p JOIN addresses a ON a.person = p.id
JOIN (
  SELECT id AS person, agency FROM people UNION SELECT person, agency FROM memberships
) w ON w.person = p.id
WHERE p.revoked_at IS NULL AND a.unreachable_at IS NULL
  AND p.role IN ('officer', 'head', 'focal')
GROUP BY w.agency;

-- name: absences(day)
SELECT p.id, p.name, p.role, p.agency, d.deputy, q.role AS deputy_role FROM delegations d
JOIN people p ON p.id = d.person JOIN people q ON q.id = d.deputy AND q.agency = p.agency
WHERE d.ended_at IS NULL AND :day BETWEEN d.starts AND d.ends
  AND p.revoked_at IS NULL AND q.revoked_at IS NULL;
