-- country_programme: dated steps and grants of the EU for Integrity programme in a country, and
-- those of the whole region. One row a step or grant; the country's own come first.
with steps as (
    select country, date_text, first_day, label as what, source_url
    from programme_milestones
    where first_day is null or first_day <= $as_of
    union all
    select country, start_text, first_day_of(start_text), concat_ws(': ', grantee, topic), source_url
    from grants_at($as_of)
)

select country = $country as own, date_text, what, source_url
from steps
where country in ($country, 'EAP')
order by own desc, first_day nulls last, what, source_url
