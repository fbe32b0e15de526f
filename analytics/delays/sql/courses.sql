-- How commitments in view went, as far as anybody saw: days from the start until done, withdrawn,
-- or last seen open. One row a commitment; those nobody saw are left out.
select
    course_days as days,
    case course when 'open' then 0 when 'done' then 1 else 2 end as ends
from in_view
where course is not null
order by all
