-- Years of use by statements of plain SQL; :reports, :figures, :evidence and :people say how much.
-- The n-th report is of duty n modulo the number of duties, so that its last one is so many before.
CREATE TEMP TABLE single AS
SELECT row_number() OVER (ORDER BY agency) - 1 AS place, agency AS id
FROM (SELECT DISTINCT agency FROM duties);

CREATE TEMP TABLE task_duty AS
SELECT row_number() OVER (ORDER BY number, agency) - 1 AS place, number, agency,
  (SELECT place FROM single WHERE id = agency) + 1 AS reporter
FROM duties WHERE subject = 'task';

CREATE TEMP TABLE figure_duty AS
SELECT row_number() OVER (ORDER BY number, agency) - 1 AS place, number, agency,
  (SELECT place FROM single WHERE id = agency) + 1 AS reporter
FROM duties WHERE subject = 'indicator';

CREATE UNIQUE INDEX temp.task_duty_place ON task_duty (place);
CREATE UNIQUE INDEX temp.figure_duty_place ON figure_duty (place);
CREATE UNIQUE INDEX temp.single_place ON single (place);

CREATE TEMP TABLE numbers AS
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < :reports)
SELECT n FROM counted;

-- Every agency that owes reports has officers; one person in twenty-five is a leader who asks about all of them.
INSERT INTO people (id, name, role, agency, added_at)
SELECT n, 'Cán bộ đầu mối ' || n,
  CASE WHEN n % 25 = 0 AND n > (SELECT count(*) FROM single) THEN 'leader' ELSE 'officer' END,
  (SELECT id FROM single WHERE place = (n - 1) % (SELECT count(*) FROM single)),
  :first_day || 'T01:00:00.000+00:00'
FROM numbers WHERE n <= :people;

INSERT INTO addresses (id, channel, chat, person)
SELECT n, :channel, :first_chat + n - 1, n FROM numbers WHERE n <= :people;

-- One duty in 23 never reports, one in 7 stopped long ago; their turns fall to the next duty.
INSERT INTO task_reports (
  id, plan, task, agency, progress, stage, percent, obstacle, document_number, document_date,
  reported_on, reporter, address, filed_at, based_on, withdrawn_at
)
SELECT
  n, :plan, d.number, d.agency,
  CASE WHEN n * 10 / :reports > d.place % 12 THEN 'done'
    ELSE CASE n % 11 WHEN 0 THEN 'paused' WHEN 1 THEN 'not_started' ELSE 'in_progress' END END,
  CASE n % 3 WHEN 0 THEN 'drafting' WHEN 1 THEN 'consulting' END,
  CASE WHEN n % 4 > 0 THEN n * 100 / :reports END,
  CASE WHEN n % 9 = 0 THEN 'Đang chờ ý kiến thẩm định của cơ quan chuyên môn' END,
  CASE WHEN n % 10 = 0 THEN n % 4000 || '/QĐ-UBND' END,
  CASE WHEN n % 10 = 0 THEN day END,
  day, d.reporter, d.reporter, day || 'T02:14:00.000+00:00',
  CASE WHEN n > duties THEN n - duties END,
  CASE WHEN n % 97 = 0 THEN day || 'T02:20:00.000+00:00' END
FROM (
  SELECT n, date(:first_day, '+' || (n * :days / :reports) || ' days') AS day,
    (SELECT count(*) FROM task_duty) AS duties
  FROM numbers
)
JOIN task_duty d ON d.place = CASE
  WHEN n % duties % 23 = 0 OR (n % duties % 7 = 0 AND n * 2 > :reports) THEN (n + 1) % duties
  ELSE n % duties END
ORDER BY n;

INSERT INTO figures (
  id, plan, indicator, agency, year, value, estimate, reported_on, reporter, address, filed_at
)
SELECT
  :reports + n, :plan, d.number, d.agency, CAST(substr(day, 1, 4) AS INTEGER),
  n % 900 / 10.0, n % 2, day, d.reporter, d.reporter, day || 'T03:14:00.000+00:00'
FROM (
  SELECT n, date(:first_day, '+' || (n * :days / :figures) || ' days') AS day FROM numbers
  WHERE n <= :figures
)
JOIN figure_duty d ON d.place = n % (SELECT count(*) FROM figure_duty)
ORDER BY n;

INSERT INTO evidence (report, address, ref, name, media_type, size, sha256, received_at)
SELECT r.id, r.address, 'AgACAgUAAxkBAAIB' || r.id, 'van-ban-' || r.id || '.pdf',
  'application/pdf', 250000 + r.id % 9999, printf('%064x', r.id), r.filed_at
FROM numbers JOIN task_reports r ON r.id = n * (:reports / :evidence)
WHERE n <= :evidence ORDER BY n;

INSERT INTO inbox (id, address, external, content, received_at)
SELECT r.id, r.address, r.id + 700000000,
  '{"kind": "text", "sent_at": "' || r.filed_at || '", "text": "nv ' || r.task
    || ' đang thực hiện, ước đạt 60%, đang chờ ý kiến thẩm định"}',
  r.filed_at
FROM task_reports r ORDER BY r.id;

INSERT INTO outbox (id, address, content, state, queued_at, sent_at, message)
SELECT r.id, r.address,
  '{"kind": "message", "text": "✅ Đã ghi nhận báo cáo NV ' || r.task || ' (mã tra cứu '
    || r.id || '). Quý này còn 3 nhiệm vụ chưa báo cáo. Thu hồi báo cáo vừa gửi: nhắn \"thu hồi\"."}',
  'sent', r.filed_at, r.filed_at, r.id
FROM task_reports r ORDER BY r.id;
