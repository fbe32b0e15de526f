-- country_standing: a country's standing in OGP, spell by spell, as known on the as-of day.
-- One row a spell, oldest first.
-- A note that names a later day was not known yet and is left out.
select
    status, from_text, from_day,
    if(to_day <= $as_of, to_text, null) as to_text,
    if(to_day <= $as_of, to_day, null) as to_day,
    if(regexp_extract(note, '\d{4}-\d{2}-\d{2}') > $as_of::varchar, null, note) as note,
    source_url
from participation
where country = $country and (from_day is null or from_day <= $as_of)
order by from_day nulls first
