-- compare_snapshot: every commitment with all a dataset knows of it on its last day.
-- One row a commitment. Filters play no part: two files are compared whole.
with areas as (
    -- By OGP's name of today: an area renamed between two editions of the database did not change.
    select commitment_id, string_agg(distinct policy_area, '; ' order by policy_area)
            as policy_areas
    from commitment_policy_areas
    inner join policy_areas using (tag)
    group by commitment_id
)

select
    commitments.commitment_id, country, plan_id, commitment_number, label, lead_institution,
    supporting_institutions, areas.policy_areas, start_day,
    current_due_day as due_day, done_day, verifiable, relevant, ambition, high_ambition,
    early_results, carried_forward, carried_into, coalesce(rating, 'not_assessed') as rating
from commitments
left join areas using (commitment_id)
left join latest(date '9999-12-31') as latest using (commitment_id)
left join due_dates(date '9999-12-31') as due_dates using (commitment_id)
