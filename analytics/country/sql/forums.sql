-- country_forums: what is known of a country's multi-stakeholder forums. One row a forum and fact,
-- the facts of a forum together.
select
    name, established_text, members, notes, source_url,
    min(established_day) over (partition by name) as forum_day
from programme_forums
where country = $country and (established_day is null or established_day <= $as_of)
order by forum_day nulls last, name, established_day nulls last, source_url
