-- evaluation_transitions: commitments the IRM rated both at mid-term and at the end. One row a
-- commitment; the columns are its two ratings.
with rated as (
    select
        commitment_id,
        arg_max(completion, newness(stage, observed_on, report_year, completion))
            filter (stage = 'mid_term') as mid_term,
        arg_max(completion, newness(stage, observed_on, report_year, completion))
            filter (stage = 'final') as final
    from looks
    where source_kind = 'irm' and observed_on <= $as_of
    group by commitment_id
)

select commitment_id, country, plan_id, label, mid_term, final
from in_view
inner join rated using (commitment_id)
where mid_term is not null and final is not null
order by country, plan_start, commitment_id
