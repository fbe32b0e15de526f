-- Milestones planned and done by the end of each month, added up. One row a month from the first
-- that was planned to the last. Done is null after the month of the last look or the last done.
with steps as (
    select step_due_day, step_done_day, last_seen_on
    from in_view
    inner join steps($as_of) using (commitment_id)
    where step_due_day is not null and timeliness <> 'withdrawn'
),

span as (
    select
        date_trunc('month', min(step_due_day)) as first_month,
        date_trunc('month', max(greatest(step_due_day, step_done_day))) as last_month,
        max(greatest(last_seen_on, step_done_day)) as known_until,
        count(*) as milestones
    from steps
),

months as (
    select unnest(generate_series(first_month, last_month, interval 1 month)) as month, *
    from span
    where first_month is not null
),

moved as (
    select date_trunc('month', step_due_day) as month, 1 as planned, 0 as done from steps
    union all
    select date_trunc('month', step_done_day), 0, 1 from steps where step_done_day is not null
),

counted as (
    select month, sum(planned) as planned, sum(done) as done from moved group by month
)

select
    last_day(months.month::date) as month_end,
    (sum(coalesce(planned, 0)) over so_far)::bigint as planned,
    if(
        months.month <= date_trunc('month', known_until),
        (sum(coalesce(done, 0)) over so_far)::bigint,
        null
    ) as done,
    milestones
from months
left join counted on counted.month = months.month
window so_far as (order by months.month)
order by month_end
