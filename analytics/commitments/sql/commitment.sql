-- commitment: everything known of one commitment on the as-of day.
-- One row, none where no number fits; case does not matter.
with named as (
    select
        commitments.* exclude (early_results, carried_forward, done_day),
        description, level, plan_number, period, plan_start, plan_end,
        plan_start <= $as_of as begun
    from commitments
    inner join action_plans using (plan_id)
    left join commitment_texts using (commitment_id)
    where lower(commitment_id) = lower($commitment)
    order by commitment_id = $commitment desc
    limit 1
),

stood as (
    select
        commitment_id,
        list(status order by coalesce(from_day, date '0001-01-01')) as stood_then
    from named
    inner join participation
        on participation.country = named.country
        and (from_day is null or from_day <= plan_end)
        and (to_day is null or plan_start < to_day)
    group by commitment_id
),

carried as (
    select named.commitment_id, list(commitments.commitment_id order by all) as carried_from
    from named
    inner join commitments on commitments.carried_into = named.commitment_id
    group by all
)

select
    named.*,
    known.early_results, known.carried_forward, known.done_day,
    known.rating, known.rating_code, known.rating_stage, known.observed_on,
    known.observed_basis, known.government_rating, known.civil_society_rating, known.agreement,
    known.timeliness, known.days_overdue, known.current_due_day,
    known.replans, standing.participation as stands_now, stood_then, carried_from
from named
left join commitments_at($as_of) as known using (commitment_id)
left join standing($as_of) as standing on standing.country = named.country
left join stood using (commitment_id)
left join carried using (commitment_id)
