-- commitment_revisions: how the due date of one commitment was moved, as known on the
-- as-of day, oldest first. One row a revision.
select revised_day, new_due_text, new_due_day, reason, revised_by
from due_date_revisions
where commitment_id = $commitment and revised_day <= $as_of
order by revised_day
