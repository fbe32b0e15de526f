-- commitment_milestones: the dated steps of one commitment. One row a milestone.
-- What was done after the as-of day is not known on it.
select
    label, due_text, due_day, due_day <= $as_of as due,
    if(done_day <= $as_of, done_text, null) as done_text,
    if(done_day <= $as_of, done_day, null) as done_day,
    source_url
from milestones
where commitment_id = $commitment
order by due_day nulls last, milestone_id
