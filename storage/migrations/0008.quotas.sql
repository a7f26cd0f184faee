-- depends: 0007.channels

-- How many messages went through a channel in a month of its stamps (UTC): what was delivered, and
-- what came in. Zalo's free bots have a monthly quota, and may count both.
CREATE TABLE monthly_messages (
  channel TEXT NOT NULL,
  month TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  received INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel, month)
);

CREATE TRIGGER outbox_counted AFTER UPDATE OF state ON outbox
WHEN NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.message IS NOT NULL
BEGIN
  INSERT INTO monthly_messages (channel, month, sent)
  SELECT channel, substr(NEW.sent_at, 1, 7), 1 FROM addresses WHERE id = NEW.address
  ON CONFLICT (channel, month) DO UPDATE SET sent = sent + 1;
END;

CREATE TRIGGER inbox_counted AFTER INSERT ON inbox
BEGIN
  INSERT INTO monthly_messages (channel, month, received)
  SELECT channel, substr(NEW.received_at, 1, 7), 1 FROM addresses WHERE id = NEW.address
  ON CONFLICT (channel, month) DO UPDATE SET received = received + 1;
END;
