-- depends: 0010.bots

-- The words of the notices on personal data, as they were shown in a language, so that it can be
-- proved what somebody has agreed to. Of the first version each consent names no words of its own.
CREATE TABLE privacy_notices (
  hash TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  first_agreed_at TEXT NOT NULL
);
INSERT INTO privacy_notices (hash, version, language, text, first_agreed_at) VALUES
  (
    '1fb043763c75f5d5fbeace230b593442ee3eeb69a981d95ca06f1e4a2e4cfc3b',
    '2026-01', 'vi',
    'Thông báo về dữ liệu cá nhân. Hệ thống lưu tên, cơ quan, vai trò, tài khoản nhắn tin và nội dung báo cáo của anh/chị để theo dõi việc thực hiện Kế hoạch; cơ quan đầu mối theo dõi Kế hoạch kiểm soát dữ liệu này. Báo cáo được lưu làm hồ sơ công vụ. Anh/chị có quyền xem, đề nghị chỉnh sửa, xóa dữ liệu của mình và rút lại sự đồng ý.
Không gửi thông tin bí mật nhà nước qua kênh này.',
    '2026-01-01T00:00:00.000+00:00'
  ),
  (
    'd9638ac9f2798a156fcf10d075ba05d103e1028777498f5ed93d9b753e6bc40a',
    '2026-01', 'en',
    'Notice on personal data. The system stores your name, agency, role, messaging account and the content of your reports in order to follow up the Plan; the focal agency of the Plan controls these data. Reports are kept as official records. You may see your data, ask for their correction or deletion, and withdraw your consent.
Do not send state secrets through this channel.',
    '2026-01-01T00:00:00.000+00:00'
  );

ALTER TABLE consents ADD COLUMN notice TEXT REFERENCES privacy_notices (hash);
ALTER TABLE consents ADD COLUMN withdrawn_at TEXT;

-- What people ask to be done with their data, by when it is to be answered, and what was answered.
CREATE TABLE data_requests (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  address INTEGER REFERENCES addresses (id),
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'correct', 'delete')),
  words TEXT,
  asked_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  extended_at TEXT,
  extended_by INTEGER REFERENCES people (id),
  extension_reason TEXT,
  outcome TEXT CHECK (outcome IN ('done', 'refused')),
  reason TEXT,
  answered_at TEXT,
  answered_by INTEGER REFERENCES people (id),
  CHECK ((outcome IS NULL) = (answered_at IS NULL)),
  CHECK ((extended_at IS NULL) = (extension_reason IS NULL)),
  CHECK (outcome IS NOT 'refused' OR reason IS NOT NULL)
);
CREATE INDEX data_requests_open ON data_requests (due_at) WHERE outcome IS NULL;
CREATE INDEX data_requests_of_person ON data_requests (person, id);

-- For how many days messages are kept, as the program was last started or told to clean, and when
-- it last did.
CREATE TABLE retention (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  days INTEGER NOT NULL,
  cleaned_at TEXT NOT NULL
);
