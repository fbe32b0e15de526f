-- Forums of state and civil society known by the as-of day, with what was seen of them.
-- One row a forum.
select
    country, name,
    min(established_day) as established_day,
    arg_min(established_text, (established_day, established_text)) as established_text,
    string_agg(members, ' · ' order by established_day nulls last, members) as members,
    string_agg(notes, ' · ' order by established_day nulls last, members, notes) as notes,
    string_agg(distinct source_url, '; ' order by source_url) as source_url
from programme_forums
where len($in_countries::varchar[]) = 0 or list_contains($in_countries::varchar[], country)
group by country, name
having min(established_day) is null or min(established_day) <= $as_of
order by country, established_day nulls first, name
