-- The newest value of every outside indicator by the as-of day, with its value in a year to
-- compare with. One row a country and indicator.
select
    country, indicator, unit, year, value_text, source_url,
    first_value(value_text) over (
        partition by country, indicator
        order by year is distinct from $compared_with
    ) as earlier,
    bool_or(year = $compared_with) over (partition by country, indicator) as has_earlier
from indicators
where (year is null or year <= year($as_of))
    and (
        len($in_countries::varchar[]) = 0
        or country = 'EAP'
        or list_contains($in_countries::varchar[], country)
    )
qualify row_number() over (partition by country, indicator order by year desc nulls last) = 1
order by indicator, country
