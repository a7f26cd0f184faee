DROP TABLE retention;
DROP TABLE data_requests;
ALTER TABLE consents DROP COLUMN withdrawn_at;
ALTER TABLE consents DROP COLUMN notice;
DROP TABLE privacy_notices;
