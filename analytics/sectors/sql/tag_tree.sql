-- tag_tree: which policy area belongs to which theme and sector. One row a combination in use.
select distinct sector, theme_code as theme, policy_area_code as policy_area
from policy_areas
order by all
