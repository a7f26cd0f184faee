-- name: newest_change(plan)$
SELECT coalesce(max(serial), 0) FROM changes WHERE plan = :plan;

-- name: changes_since(plan, subject, since)
SELECT subject, number, agency, serial FROM changes
WHERE plan = :plan AND serial > :since AND subject IN (:subject, 'plan')
ORDER BY serial;
