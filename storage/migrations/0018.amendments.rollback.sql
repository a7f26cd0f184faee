ALTER TABLE figures DROP COLUMN agency_then;
ALTER TABLE task_reports DROP COLUMN agency_then;
DROP TABLE assignments;
DROP TABLE agency_changes;
