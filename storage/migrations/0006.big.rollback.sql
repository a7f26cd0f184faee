DROP TRIGGER plan_changed;
DROP TRIGGER plan_loaded;
DROP TRIGGER figure_changed;
DROP TRIGGER figure_filed;
DROP TRIGGER task_report_changed;
DROP TRIGGER task_report_filed;
DROP VIEW next_serial;
DROP TABLE changes;
