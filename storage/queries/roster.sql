-- name: log_roster(person, act, before, after, actor, address, now)!
INSERT INTO roster_log (person, act, before, after, actor, address, done_at)
VALUES (:person, :act, :before, :after, :actor, :address, :now);

-- name: roster_log(person, most)
SELECT l.act, l.before, l.after, l.done_at, p.id, p.name, p.role, p.agency,
  w.name AS actor_name, a.channel
FROM roster_log l JOIN people p ON p.id = l.person
LEFT JOIN people w ON w.id = l.actor
LEFT JOIN addresses a ON a.id = l.address
WHERE :person IS NULL OR l.person = :person
ORDER BY l.id DESC LIMIT :most;

-- name: everybody()
SELECT p.id, p.name, p.role, p.agency, p.revoked_at,
  (SELECT count(*) FROM addresses a WHERE a.person = p.id) AS chats
FROM people p ORDER BY p.revoked_at IS NOT NULL, p.id;

-- name: move_person(id, agency)!
UPDATE people SET agency = :agency WHERE id = :id;

-- name: memberships(person)
SELECT agency FROM memberships WHERE person = :person ORDER BY agency;

-- name: all_memberships()
SELECT person, agency FROM memberships ORDER BY person, agency;

-- name: add_membership(person, agency)!
INSERT INTO memberships (person, agency) VALUES (:person, :agency) ON CONFLICT DO NOTHING;

-- name: end_membership(person, agency)!
DELETE FROM memberships WHERE person = :person AND agency = :agency;
