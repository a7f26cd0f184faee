-- name: person_of(id)^
SELECT id, name, role, agency FROM people WHERE id = :id AND revoked_at IS NULL;

-- name: roster()
SELECT p.id, p.name, p.role, p.agency,
  (SELECT count(*) FROM addresses a WHERE a.person = p.id) AS chats,
  (SELECT max(c.expires_at) FROM codes c WHERE c.person = p.id AND c.used_at IS NULL) AS code_until
FROM people p WHERE p.revoked_at IS NULL ORDER BY p.id;

-- name: people_in(agency)
SELECT id, name, role, agency FROM people
WHERE revoked_at IS NULL AND (:agency IS NULL OR agency = :agency) ORDER BY id;

-- name: people_in_role(agency, role)
SELECT id, name, role, agency FROM people
WHERE revoked_at IS NULL AND role = :role AND (:agency IS NULL OR agency = :agency) ORDER BY id;

-- name: people_of(agency)
SELECT id, name, role, agency, revoked_at FROM people WHERE agency = :agency
ORDER BY revoked_at IS NOT NULL, id DESC;

-- name: restore_person(id)!
UPDATE people SET revoked_at = NULL WHERE id = :id;

-- name: revoked_person(id)^
SELECT id, name, role, agency FROM people WHERE id = :id AND revoked_at IS NOT NULL;

-- name: add_person(name, role, agency, now)$
INSERT INTO people (name, role, agency, added_at) VALUES (:name, :role, :agency, :now)
RETURNING id;

-- name: set_role(id, role)!
UPDATE people SET role = :role WHERE id = :id;

-- name: revoke_person(id, now)!
UPDATE people SET revoked_at = :now WHERE id = :id;

-- name: unbind_person(id)!
UPDATE addresses SET person = NULL WHERE person = :id;

-- name: drop_talks_of_person(id)!
UPDATE talks SET state = NULL WHERE person = :id;

-- name: void_codes(person, now)!
UPDATE codes SET expires_at = :now WHERE person = :person AND used_at IS NULL AND expires_at > :now;

-- name: add_code(hash, person, now, expires)!
INSERT INTO codes (hash, person, issued_at, expires_at) VALUES (:hash, :person, :now, :expires);

-- name: person_by_code(hash, now)^
SELECT p.id, p.name, p.role, p.agency
FROM codes c JOIN people p ON p.id = c.person
WHERE c.hash = :hash AND c.used_at IS NULL AND c.expires_at > :now AND p.revoked_at IS NULL;

-- name: use_code(hash, now)$
UPDATE codes SET used_at = :now WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
RETURNING person;

-- name: bind(address, person)!
UPDATE addresses SET person = :person, failed_codes = 0, barred_until = NULL, unreachable_at = NULL
WHERE id = :address;

-- name: unbind(address)!
UPDATE addresses SET person = NULL WHERE id = :address;

-- name: count_wrong_code(address, barred_until)!
UPDATE addresses SET failed_codes = failed_codes + 1, barred_until = :barred_until
WHERE id = :address;

-- name: chats_of_person(person)
SELECT a.id, a.channel, a.unreachable_at FROM addresses a WHERE a.person = :person ORDER BY a.id;

-- name: channel_of(address)$
SELECT channel FROM addresses WHERE id = :address;

-- name: preferred_channel(person)$
SELECT channel FROM people WHERE id = :person;

-- name: prefer_channel(person, channel)!
UPDATE people SET channel = :channel WHERE id = :person;
