DROP INDEX task_reports_latest;
CREATE INDEX task_reports_latest ON task_reports (plan, agency, task, id)
  WHERE withdrawn_at IS NULL;
CREATE INDEX task_reports_of_task ON task_reports (plan, task, agency, reported_on, id);
DROP TRIGGER plan_changed;
DROP TRIGGER plan_loaded;
DROP TRIGGER figure_changed;
DROP TRIGGER figure_filed;
DROP TRIGGER task_report_changed;
DROP TRIGGER task_report_filed;
DROP VIEW next_serial;
DROP TABLE changes;
