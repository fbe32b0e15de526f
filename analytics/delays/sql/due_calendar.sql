-- due_calendar: how many commitments fall due in a quarter, by timeliness class.
-- One row a quarter and class; what has no due date has no row.
select
    due_quarter,
    date_trunc('quarter', due_day)::date as quarter_start,
    timeliness,
    count(*) as commitments
from in_view
where due_day is not null
group by all
order by quarter_start, timeliness
