DROP TABLE memberships;
DROP TABLE roster_log;
