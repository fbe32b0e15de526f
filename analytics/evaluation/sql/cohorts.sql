-- evaluation_cohorts: how many commitments were done (high completion) within $months months of
-- their plan's start, in plans observed that long. One row a cohort ($cohort names what that is).
-- A plan is observed as long as its newest IRM rating or completion day reaches. Ratings tell only
-- where a commitment stood on the day of a look: one found high at a later look than the last
-- day that counts may have been so before it, and one seen open before it and never again may too.
with seen as (
    select
        commitment_id,
        min(observed_on) filter (completion in ('substantial', 'complete')) as first_high,
        max(observed_on) filter (completion in ('not_started', 'limited')) as last_low,
        max(observed_on) as last_seen
    from looks
    where source_kind = 'irm'
        and observed_on <= $as_of
        and completion in ('not_started', 'limited', 'substantial', 'complete')
    group by commitment_id
),

reached as (
    select plan_id, max(greatest(last_seen, if(done_day <= $as_of, done_day, null))) as reached
    from commitments
    left join seen using (commitment_id)
    group by plan_id
),

fates as (
    select
        case $cohort
            when 'plan_year' then plan_year::varchar when 'country' then country else plan_id
        end as cohort,
        plan_id,
        case
            when reached is null or reached < last_day then 'too_short'
            when rating = 'withdrawn' then 'withdrawn'
            when done_day <= last_day or first_high <= last_day then 'done'
            when last_low >= last_day then 'open'
            when first_high is not null or done_day is not null then 'between'
            when last_seen is not null then 'before'
            else 'unrated'
        end as fate
    from (
        select *, (plan_start + to_months($months::integer))::date - 1 as last_day from in_view
    )
    left join seen using (commitment_id)
    left join reached using (plan_id)
),

counted as (
    select
        cohort,
        count(*) as commitments,
        count(distinct plan_id) filter (fate <> 'too_short') as plans,
        count(distinct plan_id) filter (fate = 'too_short') as plans_too_short,
        count(*) filter (fate in ('done', 'open', 'between', 'before')) as n,
        count(*) filter (fate = 'done') as done,
        count(*) filter (fate = 'open') as still_open,
        count(*) filter (fate = 'between') as between_looks,
        count(*) filter (fate = 'before') as not_seen_since,
        count(*) filter (fate = 'unrated') as unrated,
        count(*) filter (fate = 'withdrawn') as withdrawn
    from fates
    group by cohort
)

select
    *,
    done / nullif(n, 0) as at_least,
    (n - still_open) / nullif(n, 0) as at_most,
    wilson_low(done, n) as low,
    wilson_high(n - still_open, n) as high
from counted
order by cohort
