-- commitment_tags: what one commitment is filed under. One row a tag.
select tag, policy_area, theme, sector
from commitment_policy_areas
inner join policy_areas using (tag)
where commitment_id = $commitment
order by tag
