-- name: reached_agencies()
SELECT p.agency, max(p.role <> 'head') AS officers
FROM people p JOIN addresses a ON a.person = p.id
WHERE p.revoked_at IS NULL AND a.unreachable_at IS NULL
  AND p.role IN ('officer', 'head', 'focal')
GROUP BY p.agency;
