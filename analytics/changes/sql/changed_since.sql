-- changed_since: commitments in view that were not known, rated or late on an earlier day as they
-- are now. One row a commitment.
with earlier as (
    select commitment_id, rating_code, timeliness
    from commitments_at($since)
),

scale as (
    select unnest(['not_started', 'limited', 'substantial', 'complete']) as rating,
        unnest([1, 2, 3, 4]) as step
),

compared as (
    select
        now.commitment_id, now.country, now.plan_id, now.label, now.commitment_number,
        earlier.rating_code as rating_before, now.rating_code as rating_now, now.observed_on,
        now.observed_basis,
        earlier.commitment_id is null as listed,
        now.rated and coalesce(before_step.step is null, true) as first_rated,
        coalesce(now_step.step > before_step.step, false) as moved_up,
        coalesce(now_step.step < before_step.step, false) as moved_down,
        now.timeliness = 'open_overdue'
            and coalesce(earlier.timeliness <> 'open_overdue', true) as overdue
    from in_view as now
    left join earlier using (commitment_id)
    left join scale as before_step on before_step.rating = earlier.rating_code
    left join scale as now_step on now_step.rating = now.rating_code
)

select *
from compared
where listed or first_rated or moved_up or moved_down or overdue
order by observed_on desc nulls last, country, commitment_id
