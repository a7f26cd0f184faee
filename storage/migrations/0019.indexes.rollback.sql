DROP INDEX task_reports_withdrawn;
DROP INDEX evidence_by_hash;
DROP INDEX evidence_of_nothing;
DROP TRIGGER evidence_attached;
DROP TRIGGER evidence_stored;
DROP INDEX evidence_of_task;
ALTER TABLE evidence DROP COLUMN task;
