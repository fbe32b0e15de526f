-- compare_fields: what differs between two snapshots of the same commitments.
-- One row a commitment and field. Reads older and newer, the two snapshots.
with older_texts as (
    select commitment_id, cast(columns(* exclude (commitment_id)) as varchar) from older
),

newer_texts as (
    select commitment_id, cast(columns(* exclude (commitment_id)) as varchar) from newer
),

before as (
    from older_texts
    unpivot include nulls (said for field in (columns(* exclude (commitment_id))))
),

after as (
    from newer_texts
    unpivot include nulls (said for field in (columns(* exclude (commitment_id))))
)

select
    after.commitment_id, newer.country, newer.label, after.field, before.said as before,
    after.said as after
from after
inner join before using (commitment_id, field)
inner join newer using (commitment_id)
where before.said is distinct from after.said
order by newer.country, after.commitment_id, after.field
