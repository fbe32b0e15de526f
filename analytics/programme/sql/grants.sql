-- Grants of the programme whose grantee is publicly named. One row a grant.
select country, grantee, kind, topic, amount_eur, linked_commitment, source_url
from programme_grants
where len($in_countries::varchar[]) = 0 or list_contains($in_countries::varchar[], country)
order by country, grantee, topic
