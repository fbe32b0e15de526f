-- Grants of the programme in a country, and those of the whole region (EAP), as known on the as-of
-- day. One row a grant; the country's own come first.
select
    country, grantee, kind, topic, sector, funder, amount_eur, paid_eur, paid_text, start_text,
    end_text, place, linked_commitment, source_url
from grants_at($as_of)
where country in ($country, 'EAP')
order by country = 'EAP', grantee, topic, start_day, amount_eur, source_url
