ALTER TABLE task_reports DROP COLUMN closes;
DROP INDEX outbox_of_person;
DROP INDEX inbox_of_person;
ALTER TABLE outbox DROP COLUMN person;
ALTER TABLE inbox DROP COLUMN person;
