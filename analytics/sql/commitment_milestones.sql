-- commitment_milestones: the dated steps of one commitment. One row a milestone.
select label, due_text, due_day, done_text, done_day, source_url
from milestones
where commitment_id = $commitment
order by due_day nulls last, milestone_id
