-- dated_by_plan: how many of the ratings that days overdue are counted to state no date of their own.
-- One row.
select
    count(*) filter (observed_basis <> 'stated') as dated_by_plan,
    count(*) as overdue
from in_view
where timeliness = 'open_overdue'
