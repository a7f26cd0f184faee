DROP TABLE urgings;
DROP TRIGGER obstacle_changed;
DROP TRIGGER obstacle_opened;
DROP TABLE obstacle_words;
DROP TABLE obstacles;
