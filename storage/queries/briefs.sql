-- name: people_to_brief(focal)
SELECT
  p.id, p.name, p.role, p.agency, p.added_at,
  (SELECT min(c.agreed_at) FROM consents c WHERE c.person = p.id) AS agreed_at
FROM people p
WHERE p.revoked_at IS NULL
  AND (p.role = 'leader' OR (p.role = 'head' AND p.agency = :focal))
  AND NOT EXISTS (SELECT 1 FROM brief_stops s WHERE s.person = p.id)
ORDER BY p.id;

-- name: briefs_of(person)
SELECT key, day FROM briefs WHERE person = :person;

-- name: last_brief_before(today)$
SELECT max(day) FROM briefs WHERE day < :today;

-- name: note_brief(person, key, day)!
INSERT INTO briefs (person, key, day) VALUES (:person, :key, :day) ON CONFLICT DO NOTHING;

-- name: stop_briefs(person, now)!
INSERT INTO brief_stops (person, stopped_at) VALUES (:person, :now) ON CONFLICT DO NOTHING;

-- name: resume_briefs(person)!
DELETE FROM brief_stops WHERE person = :person;

-- name: has_stopped_briefs(person)$
SELECT 1 FROM brief_stops WHERE person = :person;
