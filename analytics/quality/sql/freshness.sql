-- The oldest and the newest observation of each country in view. One row a country.
with seen as (
    select country, source_kind, observed_on, observed_basis
    from looks
    inner join commitments using (commitment_id)
    where observed_on <= $as_of
)

select
    countries.country, standing.participation,
    min(observed_on) as oldest,
    max(observed_on) as newest,
    count(observed_on) as looks,
    count(*) filter (where source_kind = 'irm') as irm,
    count(*) filter (where source_kind = 'government') as government,
    count(*) filter (where source_kind = 'civil_society') as civil_society,
    count(*) filter (where observed_basis = 'stated') as stated
from countries
inner join standing($as_of) as standing using (country)
left join seen on seen.country = countries.country
where (
        $everywhere
        or countries.partner
        or list_contains($in_countries::varchar[], countries.country)
    )
    and (
        len($in_countries::varchar[]) = 0
        or list_contains($in_countries::varchar[], countries.country)
    )
group by all
order by countries.country
