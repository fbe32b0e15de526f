-- Commitments in view whose due date was moved, those moved furthest first. One row a commitment.
with reasons as (
    select
        commitment_id,
        arg_max(reason, revised_day) as reason,
        max(revised_day) as moved_on
    from due_date_revisions
    where revised_day <= $as_of
    group by commitment_id
)

select
    commitment_id, country, label, lead_institution, due_day, current_due_day, slip_days, replans,
    moved_on, reason, timeliness
from in_view
inner join reasons using (commitment_id)
where slip_days is not null
order by slip_days desc, replans desc, commitment_id
limit $how_many
