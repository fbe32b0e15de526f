-- compare_listed: the commitments only one of two snapshots lists. One row a commitment.
-- Reads older and newer, the two snapshots.
select
    coalesce(newer.commitment_id, older.commitment_id) as commitment_id,
    coalesce(newer.country, older.country) as country,
    coalesce(newer.plan_id, older.plan_id) as plan_id,
    coalesce(newer.label, older.label) as label,
    if(older.commitment_id is null, 'added', 'removed') as kind
from newer
full join older on older.commitment_id = newer.commitment_id
where older.commitment_id is null or newer.commitment_id is null
order by kind, country, commitment_id
