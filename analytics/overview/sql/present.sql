-- present: where each country in view stands now. One row a country: its latest national plan with
-- a published IRM result, what single commitments of that plan say, its current plan (running on
-- the as-of day, or the newest of those that ended in the 24 months before it) and what is due.
with shown as (
    select
        countries.country, standing.participation,
        from_text as standing_since, participation.note as standing_note
    from countries
    inner join standing($as_of) as standing on standing.country = countries.country
    left join participation
        on participation.country = countries.country
        and status = standing.participation
        and (from_day is null or from_day <= $as_of)
        and (to_day is null or $as_of < to_day)
    where (countries.partner or list_contains($in_countries, countries.country))
        and (len($in_countries) = 0 or list_contains($in_countries, countries.country))
),

counted as (
    select
        plan_id,
        count(*) as listed,
        count(*) filter (where rated) as assessed,
        count(*) filter (where rating in ('substantial', 'complete')) as high,
        min(due_day) filter (where due_day > $as_of) as next_due,
        count(*) filter (where due) as due,
        count(*) filter (where timeliness = 'open_overdue') as overdue,
        count(*) filter (where due and timeliness = 'unknown') as unknown
    from in_view
    group by plan_id
),

latest as (
    select
        plans.country, plans.plan_id, plans.period, stage, published_high, published_commitments,
        totals.source_url, coalesce(assessed, 0) as assessed, coalesce(high, 0) as high
    from plans_in_view as plans
    inner join published_in_view as totals on totals.plan_id = plans.plan_id
    left join counted on counted.plan_id = plans.plan_id
    where plans.level = 'national' and published_commitments is not null
    qualify row_number() over (
        partition by plans.country order by plans.plan_end desc, plans.plan_id desc
    ) = 1
),

current_plan as (
    select country, plan_id, period, plan_start, plan_end, source_url
    from plans_in_view
    where level = 'national' and plan_end >= $as_of::date - interval 24 months
    qualify row_number() over (
        partition by country order by plan_end desc, plan_id desc
    ) = 1
)

select
    shown.country, participation, standing_since, standing_note,
    latest.plan_id as latest_plan, latest.period as latest_period, latest.stage as latest_stage,
    published_high, published_commitments,
    published_high / nullif(published_commitments, 0) as published,
    latest.source_url as latest_source, latest.assessed as latest_assessed,
    latest.high as latest_high,
    current_plan.plan_id as current_plan, current_plan.period as current_period,
    current_plan.plan_start as current_start, current_plan.plan_end as current_end,
    coalesce(listed, 0) as current_listed, coalesce(counted.assessed, 0) as current_assessed,
    next_due, coalesce(due, 0) as current_due, coalesce(overdue, 0) as current_overdue,
    coalesce(unknown, 0) as current_unknown
from shown
left join latest on latest.country = shown.country
left join current_plan on current_plan.country = shown.country
left join counted on counted.plan_id = current_plan.plan_id
order by shown.country
