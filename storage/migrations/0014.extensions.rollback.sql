DROP TABLE brief_stops;
DROP TABLE briefs;
DROP TRIGGER extension_granted;
DROP TABLE extensions;
