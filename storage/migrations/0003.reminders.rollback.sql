DROP INDEX consents_by_person;
DROP TABLE looks;
DROP TABLE pauses;
DROP INDEX outbox_of_digest;
ALTER TABLE outbox DROP COLUMN digest;
DROP TABLE digests;
