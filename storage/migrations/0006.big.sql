-- depends: 0002.figures

-- When each duty was last reported on or withdrawn, counted up for ever: who has kept an answer
-- reads anew what has a greater serial (storage/kept.py). A plan loaded again changes everything.
CREATE TABLE changes (
  plan TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('task', 'indicator', 'plan')),
  number INTEGER NOT NULL,
  agency TEXT NOT NULL,
  serial INTEGER NOT NULL,
  PRIMARY KEY (plan, subject, number, agency)
) WITHOUT ROWID;
CREATE INDEX changes_by_serial ON changes (plan, serial);

CREATE VIEW next_serial AS
SELECT
  p.id AS plan,
  coalesce((SELECT max(c.serial) FROM changes c WHERE c.plan = p.id), 0) + 1 AS serial
FROM plans p;

CREATE TRIGGER task_report_filed AFTER INSERT ON task_reports BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'task', NEW.task, NEW.agency, serial FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER task_report_changed AFTER UPDATE ON task_reports BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'task', NEW.task, NEW.agency, serial FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER figure_filed AFTER INSERT ON figures BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'indicator', NEW.indicator, NEW.agency, serial
  FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER figure_changed AFTER UPDATE ON figures BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'indicator', NEW.indicator, NEW.agency, serial
  FROM next_serial WHERE plan = NEW.plan
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER plan_loaded AFTER INSERT ON plans BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'plan', 0, '', serial FROM next_serial WHERE plan = NEW.id
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

CREATE TRIGGER plan_changed AFTER UPDATE ON plans BEGIN
  INSERT INTO changes (plan, subject, number, agency, serial)
  SELECT plan, 'plan', 0, '', serial FROM next_serial WHERE plan = NEW.id
  ON CONFLICT DO UPDATE SET serial = excluded.serial;
END;

-- All that looks for the latest report of a duty finds in the index alone which one it is.
DROP INDEX task_reports_of_task;
DROP INDEX task_reports_latest;
CREATE INDEX task_reports_latest
  ON task_reports (plan, agency, task, id, reported_on, filed_at, progress)
  WHERE withdrawn_at IS NULL;
