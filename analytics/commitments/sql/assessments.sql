-- commitment_assessments: every look at one commitment, oldest first, whatever the as-of day.
-- One row an assessment. `counts`: the rating that stands as the latest; `later`: of a day
-- after the as-of day, so it does not count yet.
select
    stage, source_kind, completion, report_year, looks.observed_on, looks.observed_basis,
    looks.finding, looks.source_title, looks.source_page, looks.note,
    looks.source_url,
    looks.observed_on > $as_of as later,
    coalesce(
        source_kind = 'irm' and stage = latest.rating_stage and completion = latest.rating
        and looks.observed_on = latest.observed_on,
        false
    ) as counts
from looks
left join latest($as_of) as latest using (commitment_id)
where commitment_id = $commitment
order by looks.observed_on, source_kind <> 'irm', source_kind, stage, completion
