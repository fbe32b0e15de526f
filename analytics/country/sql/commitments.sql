-- country_commitments: one plan's commitments in view with their own dates and last observation.
-- One row a commitment. `of_all` is how many there are, should `limit` cut the list short.
select
    commitment_id, commitment_number, label, lead_institution, rating_code, rating_stage,
    observed_on, observed_basis, plan_start, plan_end, start_text, start_day, due_text, due_day,
    if(replans > 0, current_due_day, null) as moved_due_day,
    days_overdue, carried_forward,
    if(plan_end <= $as_of, carried_into, null) as carried_into,
    count(*) over () as of_all
from in_view
where plan_id = $plan
order by commitment_id
limit $limit
