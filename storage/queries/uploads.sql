-- name: upload_of_chat(address, now)^
SELECT u.hash, u.opened_at, u.ends_at, u.files, u.last, a.channel, a.chat
FROM uploads u
JOIN addresses a ON a.id = u.address AND a.person = u.person
WHERE u.address = :address AND u.ends_at > :now;

-- name: upload_by_hash(hash, now)^
SELECT u.hash, u.opened_at, u.ends_at, u.files, u.last, a.channel, a.chat
FROM uploads u
JOIN addresses a ON a.id = u.address AND a.person = u.person
JOIN people p ON p.id = u.person AND p.revoked_at IS NULL
WHERE u.hash = :hash AND u.ends_at > :now;

-- name: open_upload(address, person, hash, now, ends)!
INSERT INTO uploads (address, person, hash, opened_at, ends_at)
VALUES (:address, :person, :hash, :now, :ends)
ON CONFLICT (address) DO UPDATE SET
  person = excluded.person, hash = excluded.hash, opened_at = excluded.opened_at,
  ends_at = excluded.ends_at, files = 0, last = NULL;

-- name: count_upload(hash, files, update)!
UPDATE uploads SET files = files + :files, last = :update WHERE hash = :hash;
