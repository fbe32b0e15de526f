-- How much of each fact about commitments the record holds. One row a plan, or a country in view
-- that has no plan in view; a field's share is its count over `commitments`.
with counted as (
    select
        plan_id,
        count(*) as commitments,
        count(label) as label,
        count(lead_institution) as lead_institution,
        count(due_day) as due_date,
        count(start_day) as start_date,
        count(*) filter (where len(policy_areas) > 0) as policy_areas,
        count(high_ambition) as ambition,
        count(early_results) as early_results,
        count(carried_forward) as carried_forward,
        count(*) filter (where rated) as rating
    from in_view
    group by plan_id
),

countries_covered as (
    select countries.country, participation
    from countries
    inner join standing($as_of) as standing using (country)
    where ($everywhere or countries.partner or list_contains($in_countries, countries.country))
        and (len($in_countries) = 0 or list_contains($in_countries, countries.country))
)

select
    countries_covered.country, countries_covered.participation,
    plans.plan_id, plans.level, plans.plan_year, plans.commitments_stated,
    coalesce(commitments, 0) as commitments,
    label, lead_institution, due_date, start_date, policy_areas, ambition, early_results,
    carried_forward, rating
from countries_covered
left join plans_in_view as plans using (country)
left join counted using (plan_id)
order by countries_covered.country, plans.level desc, plans.jurisdiction, plans.plan_number
