-- The newest value of every indicator by the as-of day, with its value in a year to compare with
-- and what it is held against. One row a country and indicator.
select
    country, indicator, unit, year, value_text, baseline, target, result, source_url,
    first_value(value_text) over (
        partition by country, indicator, result
        order by year is distinct from $compared_with
    ) as earlier,
    bool_or(year = $compared_with) over (partition by country, indicator, result) as has_earlier
from indicators_at($as_of)
where value_text is not null
    and (
        len($in_countries::varchar[]) = 0
        or country = 'EAP'
        or list_contains($in_countries::varchar[], country)
    )
qualify row_number() over (
    partition by country, indicator, result
    order by year desc nulls last, period_end_day desc nulls last, value_text
) = 1
order by indicator, country, result
