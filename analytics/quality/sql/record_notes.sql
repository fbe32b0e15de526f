-- What the record notes about itself, within the countries in view. One row a note.
with notes as (
    select 'participation' as kind, country, '' as about, note, source_url
    from participation
    union all
    select 'action_plans', country, plan_id, note, source_url
    from action_plans
    where plan_start <= $as_of
    union all
    select 'plan_results', country, plan_id, plan_results.note, plan_results.source_url
    from plan_results
    inner join action_plans using (plan_id)
    where plan_start <= $as_of
    union all
    select 'assessments', country, commitment_id, looks.note, looks.source_url
    from looks
    inner join commitments using (commitment_id)
    where observed_on <= $as_of
)

select kind, country, about, note, source_url
from notes
where note is not null
    and (len($in_countries::varchar[]) = 0 or list_contains($in_countries::varchar[], country))
order by country, kind, about, note, source_url
