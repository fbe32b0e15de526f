-- compare_dates: due dates in force that differ between two snapshots of the same commitments.
-- One row a commitment; days are positive where the date slipped. Reads older and newer.
select
    commitment_id, newer.country, newer.label, older.due_day as before, newer.due_day as after,
    (newer.due_day - older.due_day)::integer as days
from newer
inner join older using (commitment_id)
where newer.due_day <> older.due_day
order by days desc, newer.country, commitment_id
