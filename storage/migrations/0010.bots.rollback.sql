DROP TRIGGER outbox_counted;
CREATE TRIGGER outbox_counted AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.message IS NOT NULL
BEGIN
  INSERT INTO monthly_messages (channel, month, sent)
  SELECT channel, substr(NEW.sent_at, 1, 7), 1 FROM addresses WHERE id = NEW.address
  ON CONFLICT (channel, month) DO UPDATE SET sent = sent + 1;
END;
DROP TABLE alarms;
DROP TABLE bots;
