-- depends: 0012.reviews 0013.following-up 0014.extensions 0016.privacy 0017.roster

-- A file tells the task of its report, so that the tasks that have files are found among the files.
ALTER TABLE evidence ADD COLUMN task INTEGER;
UPDATE evidence SET task = (SELECT r.task FROM task_reports r WHERE r.id = evidence.report)
WHERE report IS NOT NULL;
CREATE INDEX evidence_of_task ON evidence (task, report) WHERE task IS NOT NULL;

CREATE TRIGGER evidence_stored AFTER INSERT ON evidence WHEN NEW.report IS NOT NULL BEGIN
  UPDATE evidence SET task = (SELECT task FROM task_reports WHERE id = NEW.report)
  WHERE id = NEW.id;
END;

CREATE TRIGGER evidence_attached AFTER UPDATE OF report ON evidence BEGIN
  UPDATE evidence SET task = (SELECT task FROM task_reports WHERE id = NEW.report)
  WHERE id = NEW.id;
END;

-- What is on disk and belongs to nothing, and whether another file is the same.
CREATE INDEX evidence_of_nothing ON evidence (received_at)
  WHERE report IS NULL AND figure IS NULL AND sha256 IS NOT NULL;
CREATE INDEX evidence_by_hash ON evidence (sha256) WHERE sha256 IS NOT NULL;

-- Withdrawn reports pass to another agency too.
CREATE INDEX task_reports_withdrawn ON task_reports (plan, agency, task)
  WHERE withdrawn_at IS NOT NULL;
