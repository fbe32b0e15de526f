-- country_plans: the action plans in view and what is on record of each. One row a plan,
-- national plans first, oldest first. `of_all` counts its commitments whatever is filtered.
with listed as (
    select
        plan_id,
        count(*) as commitments,
        count(*) filter (where rated) as assessed,
        count(*) filter (where carried_forward) as carried,
        max(observed_on) as observed_on,
        -- of several on that day a stated one
        first(
            observed_basis
            order by observed_on desc nulls last, observed_basis = 'stated' desc, observed_basis
        ) as observed_basis
    from in_view
    group by plan_id
),

known as (
    select plan_id, count(*) as commitments
    from commitments
    group by plan_id
)

select
    plans.plan_id, plans.country, plans.jurisdiction, plans.level, plans.period,
    plans.plan_start, plans.plan_end, plans.commitments_stated,
    coalesce(listed.commitments, 0) as commitments,
    coalesce(known.commitments, 0) as of_all,
    coalesce(listed.assessed, 0) as assessed,
    coalesce(listed.carried, 0) as carried,
    listed.observed_on, listed.observed_basis,
    plans.note, plans.source_url
from plans_in_view as plans
left join listed using (plan_id)
left join known using (plan_id)
order by plans.country, plans.level desc, plans.jurisdiction, plans.plan_start, plans.plan_id
