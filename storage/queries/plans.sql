-- name: newest_plan()$
SELECT document FROM plans ORDER BY loaded_at DESC LIMIT 1;

-- name: last_loading_of_others(id)$
SELECT max(loaded_at) FROM plans WHERE id <> :id;

-- name: save_plan(id, document, now)!
INSERT INTO plans (id, document, loaded_at) VALUES (:id, :document, :now)
ON CONFLICT (id) DO UPDATE SET document = excluded.document, loaded_at = excluded.loaded_at;

-- name: save_agency(id, name, valid_from, valid_to)*!
INSERT INTO agencies (id, name, valid_from, valid_to) VALUES (:id, :name, :valid_from, :valid_to)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to;

-- name: clear_duties(plan)!
DELETE FROM duties WHERE plan = :plan;

-- name: save_duty(plan, subject, number, agency)*!
INSERT INTO duties (plan, subject, number, agency) VALUES (:plan, :subject, :number, :agency);

-- name: clear_periods(plan)!
DELETE FROM periods WHERE plan = :plan;

-- name: save_period(plan, subject, key, starts, ends, due)*!
INSERT INTO periods (plan, subject, key, starts, ends, due)
VALUES (:plan, :subject, :key, :starts, :ends, :due);
