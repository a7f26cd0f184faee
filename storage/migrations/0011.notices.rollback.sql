DROP INDEX outbox_of_notice;
ALTER TABLE outbox DROP COLUMN notice;
DROP TABLE notices;
