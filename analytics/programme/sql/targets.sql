-- What the programme's indicators are held against: baseline, target and actual value.
-- One row an indicator, country and year or period; values as known on the as-of day.
select
    country, result, label as result_label, indicator, unit, year, period_start_text,
    period_end_text, baseline, baseline_year, target, value_text, value, indicators.source_url
from indicators_at($as_of) as indicators
left join programme_objectives on number = result
where aimed
    and (
        len($in_countries::varchar[]) = 0
        or country = 'EAP'
        or list_contains($in_countries::varchar[], country)
    )
order by
    list_transform(regexp_extract_all(result, '[0-9]+'), lambda part: part::bigint) nulls last,
    result, indicator, country, coalesce(period_end_day, make_date(year, 12, 31)) nulls first,
    period_start_text, value_text, target
