-- depends: 0008.quotas

-- The bots of a platform that serves each only so many people and messages a month, as the program
-- was last started; `name` is what people find a bot by.
CREATE TABLE bots (
  channel TEXT PRIMARY KEY,
  name TEXT,
  monthly INTEGER NOT NULL,
  users INTEGER NOT NULL
);

-- What administrators were told, so that they are told once.
CREATE TABLE alarms (
  subject TEXT PRIMARY KEY,
  raised_at TEXT NOT NULL
);

-- A digest is marked as sent before it leaves: what counts is the platform's message.
DROP TRIGGER outbox_counted;
CREATE TRIGGER outbox_counted AFTER UPDATE OF message ON outbox
WHEN NEW.message IS NOT NULL AND OLD.message IS NULL
BEGIN
  INSERT INTO monthly_messages (channel, month, sent)
  SELECT channel, substr(NEW.sent_at, 1, 7), 1 FROM addresses WHERE id = NEW.address
  ON CONFLICT (channel, month) DO UPDATE SET sent = sent + 1;
END;
