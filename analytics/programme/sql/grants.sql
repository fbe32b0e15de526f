-- Grants of the programme whose grantee is named, as known on the as-of day; those of the whole
-- region (EAP) are in every view. One row a grant.
select
    country, grantee, kind, topic, sector, funder, amount_eur, paid_eur, paid_text, start_text,
    end_text, place, lat, lon, linked_commitment, source_url
from grants_at($as_of)
where len($in_countries::varchar[]) = 0
    or country = 'EAP'
    or list_contains($in_countries::varchar[], country)
order by country, grantee, topic, start_day, amount_eur, source_url
