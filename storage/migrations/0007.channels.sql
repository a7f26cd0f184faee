-- depends: 0006.big

-- Where somebody wants to be reminded, where there are several ways: a channel without the bot's own
-- number. NULL: where the person wrote last.
ALTER TABLE people ADD COLUMN channel TEXT;
