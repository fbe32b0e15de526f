-- meeting_sheet: what was due and is not known to be finished, newest due date first; where nothing
-- is, all that is in view. One row a commitment, with the source of the IRM's look that its latest
-- rating comes from. `led_by` is the same for commitments of the same lead institutions.
with looked as (
    select commitment_id, stage, observed_on, min(source_url) as source_url
    from looks
    where source_kind = 'irm'
    group by all
)

select
    sheet.commitment_id, sheet.country, sheet.plan_id, sheet.commitment_number, sheet.label,
    sheet.lead_institution,
    sheet.country || ':' || array_to_string(list_sort(sheet.institutions), ',') as led_by,
    sheet.due_text, sheet.due_day, sheet.timeliness, sheet.days_overdue,
    sheet.rating, sheet.rating_stage, sheet.observed_on, sheet.observed_basis,
    coalesce(looked.source_url, sheet.source_url) as source,
    sheet.due and sheet.timeliness in ('open_overdue', 'unknown') as to_ask
from in_view as sheet
left join looked
    on looked.commitment_id = sheet.commitment_id
    and looked.stage = sheet.rating_stage
    and looked.observed_on = sheet.observed_on
qualify to_ask or not bool_or(to_ask) over ()
order by
    sheet.due_day desc nulls last, sheet.days_overdue desc nulls last,
    -- T2 before T10: the numbers within an identifier count as numbers
    list_transform(
        regexp_extract_all(sheet.commitment_id, '[0-9]+|[^0-9]+'),
        lambda part:
            if(part between '0' and ':', lpad(part, greatest(20, length(part))::integer, '0'), part)
    ),
    sheet.commitment_id
