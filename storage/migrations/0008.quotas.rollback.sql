DROP TRIGGER inbox_counted;
DROP TRIGGER outbox_counted;
DROP TABLE monthly_messages;
