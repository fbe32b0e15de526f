-- evaluation_limits: how much of what an evaluator needs is there, counted over the view. One row.
with listed as (
    select plan_id, count(*) as listed from in_view group by plan_id
),

plans as (
    select
        count(*) as plans,
        count(commitments_stated) as plans_stating,
        sum(commitments_stated) filter (coalesce(listed, 0) < commitments_stated) as stated_there,
        sum(coalesce(listed, 0)) filter (coalesce(listed, 0) < commitments_stated) as listed_there,
        count(*) filter (coalesce(listed, 0) < commitments_stated) as plans_short
    from plans_in_view
    left join listed using (plan_id)
)

select
    count(*) as commitments,
    count(*) filter (rated) as rated,
    count(*) filter (rated and observed_basis <> 'stated') as dated_by_plan,
    count(*) filter (done_day is not null) as dated_done,
    count(*) filter (rating = 'complete') as complete,
    count(*) filter (due_day is null) as without_due_day,
    count(*) filter (len(sectors) > 1) as in_several_sectors,
    count(*) filter (rated and agreement = 'one') as one_source,
    count(*) filter (early_results is not null) as early_results,
    count(*) filter (participation in ('suspended', 'inactive')) as of_suspended,
    count(*) filter (rated and stale_days > 3 * 365) as seen_long_ago,
    any_value(plans_short) as plans_short,
    any_value(stated_there) as stated_there,
    any_value(listed_there) as listed_there
from in_view
cross join plans
