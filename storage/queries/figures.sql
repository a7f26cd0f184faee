-- name: latest_figures_of_all(plan, since)
SELECT f.* FROM figures f WHERE f.id IN (
  SELECT max(id) FROM counted_figures
  WHERE plan = :plan AND (:since IS NULL OR (indicator, agency) IN (
    SELECT number, agency FROM changes
    WHERE plan = :plan AND subject = 'indicator' AND serial > :since
  ))
  GROUP BY agency, indicator, year
);

-- name: latest_figures_of_agency(plan, agency)
SELECT f.* FROM figures f WHERE f.id IN (
  SELECT max(id) FROM live_figures
  WHERE plan = :plan AND agency = :agency
  GROUP BY indicator, year
);

-- name: latest_figure(plan, indicator, agency, year)^
SELECT * FROM live_figures
WHERE plan = :plan AND indicator = :indicator AND agency = :agency AND year = :year
ORDER BY id DESC LIMIT 1;

-- name: figure_of_code(plan, id)^
SELECT * FROM figures WHERE plan = :plan AND id = :id AND withdrawn_at IS NULL;

-- name: figure_history(plan, indicator, agency, most)
SELECT * FROM figures
WHERE plan = :plan AND indicator = :indicator AND agency = :agency AND withdrawn_at IS NULL
ORDER BY year DESC, id DESC LIMIT :most;

-- name: recent_figures(reporter, since, most)
SELECT * FROM figures
WHERE reporter = :reporter AND filed_at >= :since AND withdrawn_at IS NULL
ORDER BY id DESC LIMIT :most;

-- name: file_figure(plan, indicator, agency, year, value, estimate, reason, reported_on, reporter, address, filed_at, based_on, by_agency, needs_head)$
INSERT INTO figures (
  id, plan, indicator, agency, year, value, estimate, reason, reported_on, reporter, address,
  filed_at, based_on, by_agency, needs_head
) VALUES (
  (SELECT id FROM next_number), :plan, :indicator, :agency, :year, :value, :estimate, :reason,
  :reported_on, :reporter, :address, :filed_at, :based_on, :by_agency, :needs_head
) RETURNING id;

-- name: withdraw_figure(id, now)!
UPDATE figures SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL;

-- name: figures_owed_by_all(plan, day, since)
SELECT number, agency, period, due, report FROM obligations
WHERE plan = :plan AND subject = 'indicator' AND :day BETWEEN starts AND ends AND NOT excluded
  AND (:since IS NULL OR (number, agency) IN (
    SELECT number, agency FROM changes
    WHERE plan = :plan AND subject = 'indicator' AND serial > :since
  ));

-- name: figures_owed_by_agency(plan, agency, day)
SELECT number, agency, period, due, live AS report FROM obligations
WHERE plan = :plan AND subject = 'indicator' AND agency = :agency AND :day BETWEEN starts AND ends
  AND NOT excluded
ORDER BY number;

-- name: attach_to_figure(id, figure, address)!
UPDATE evidence SET figure = :figure
WHERE id = :id AND address = :address AND figure IS NULL AND report IS NULL;
