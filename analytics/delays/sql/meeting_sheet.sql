-- meeting_sheet: what was open when last seen after its due date, oldest due date first.
-- One row a commitment, with the source of the IRM's look that its latest rating comes from.
with looked as (
    select commitment_id, stage, observed_on, min(source_url) as source_url
    from looks
    where source_kind = 'irm'
    group by all
)

select
    sheet.commitment_id, sheet.country, sheet.plan_id, sheet.commitment_number, sheet.label,
    sheet.lead_institution, sheet.due_text, sheet.due_day, sheet.days_overdue,
    sheet.rating, sheet.rating_stage, sheet.observed_on, sheet.observed_basis,
    coalesce(looked.source_url, sheet.source_url) as source
from in_view as sheet
left join looked
    on looked.commitment_id = sheet.commitment_id
    and looked.stage = sheet.rating_stage
    and looked.observed_on = sheet.observed_on
where sheet.timeliness = 'open_overdue'
order by
    sheet.due_day, sheet.days_overdue desc,
    -- T2 before T10: the numbers within an identifier count as numbers
    list_transform(
        regexp_extract_all(sheet.commitment_id, '[0-9]+|[^0-9]+'),
        lambda part:
            if(part between '0' and ':', lpad(part, greatest(20, length(part))::integer, '0'), part)
    ),
    sheet.commitment_id
