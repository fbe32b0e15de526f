-- plan_trend: the computed and the published rate of every plan in view. One row a plan.
with computed as (
    select
        plan_id,
        count(*) as commitments,
        count(*) filter (where rated) as assessed,
        count(*) filter (where rating in ('substantial', 'complete')) as high
    from in_view
    group by plan_id
)

select
    plans.country, plans.plan_id, plans.jurisdiction, plans.level, plans.period,
    plans.plan_start, plans.plan_end, plans.commitments_stated,
    coalesce(commitments, 0) as commitments,
    coalesce(assessed, 0) as assessed,
    coalesce(high, 0) as high,
    high / nullif(assessed, 0) as computed,
    wilson_low(high, assessed) as low,
    wilson_high(high, assessed) as upper,
    published_high, published_commitments, stage as published_stage,
    published_high / nullif(published_commitments, 0) as published
from plans_in_view as plans
left join computed using (plan_id)
left join published_in_view as totals on totals.plan_id = plans.plan_id
order by plans.country, plans.level desc, plans.plan_start, plans.plan_id
