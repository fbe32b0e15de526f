-- Dated steps of the programme and its forums known by the as-of day, oldest first; the undated
-- come last. Steps of the whole region (EAP) are in every view. One row a step.
select date_text, first_day, last_day, country, kind, label, source_url
from programme_milestones
where (first_day is null or first_day <= $as_of)
    and (
        len($in_countries::varchar[]) = 0
        or country = 'EAP'
        or list_contains($in_countries::varchar[], country)
    )
order by first_day nulls last, last_day, country, label
