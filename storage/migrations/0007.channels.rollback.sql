ALTER TABLE people DROP COLUMN channel;
