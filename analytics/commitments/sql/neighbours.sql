-- commitment_neighbours: where one commitment stands in its plan, and what stands beside it.
-- One row.
with numbered as (
    select
        commitment_id,
        row_number() over in_order as place,
        count(*) over () as listed,
        lag(commitment_id) over in_order as before_id,
        lag(label) over in_order as before_label,
        lag(commitment_number) over in_order as before_number,
        lead(commitment_id) over in_order as after_id,
        lead(label) over in_order as after_label,
        lead(commitment_number) over in_order as after_number
    from commitments
    where plan_id = $plan
    window in_order as (order by commitment_id)
)

select * exclude (commitment_id)
from numbered
where commitment_id = $commitment
