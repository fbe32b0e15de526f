-- What can be worked out once, when the dataset is built.

-- looks: assessments with the day they speak of. One row an assessment.
-- Where no day is stated: final = the plan's end, mid-term = the middle of the plan; but a report
-- tells of nothing after the year it came out, and a dataset of nothing after it was compiled.
create table looks as
with dated as (
    select
        assessments.*,
        coalesce(observed_day, period_day_of(stage, plan_start, plan_end)) as spoken_day,
        if(observed_day is null, make_date(report_year, 12, 31), null) as report_day,
        known_by
    from assessments
    inner join commitments using (commitment_id)
    inner join action_plans using (plan_id)
    cross join dataset
)

select
    * exclude (spoken_day, report_day, known_by),
    least(spoken_day, report_day, known_by) as observed_on,
    case
        when observed_day is not null then 'stated'
        when known_by < least(spoken_day, report_day) then 'data_day'
        when report_day < spoken_day then 'report_year'
        else 'plan_period'
    end as observed_basis
from dated;

-- spanned: the first and the last day something was seen, done or put off. One row.
create table spanned as
with days as (
    select observed_on as day from looks
    union all
    select done_day from commitments
    union all
    select done_day from milestones
    union all
    select revised_day from due_date_revisions
    union all
    select paid_day from programme_grants cross join dataset where paid_day <= known_by
    union all
    select period_end_day
    from indicators
    cross join dataset
    where value_text is not null and period_end_day <= known_by
)

select min(day) as oldest, max(day) as latest
from days;

-- institutions: every lead institution under a code that links can carry. One row an institution.
create table institutions as
with named as (
    select distinct country, trim(unnest(string_split(lead_institution, ';'))) as name
    from commitments
)

select lower(country) || '_' || code_of(name) as institution, country, min(name) as name
from named
where name <> ''
group by all;

-- tags: what a commitment is filed under, as lists of codes. One row a commitment.
-- A commitment stands once in each of its sectors however many tags lead there.
create table tags as
with areas as (
    select
        commitment_id,
        -- Gathered and then made distinct: a count of its own for each list takes twice the memory.
        list_sort(list_distinct(list(sector))) as sectors,
        list_sort(list_distinct(list(theme_code))) as themes,
        list_sort(list_distinct(list(policy_area_code))) as policy_areas
    from commitment_policy_areas
    inner join policy_areas using (tag)
    group by commitment_id
)

select
    commitments.commitment_id,
    coalesce(sectors, []::varchar[]) as sectors,
    coalesce(themes, []::varchar[]) as themes,
    coalesce(policy_areas, []::varchar[]) as policy_areas,
    coalesce(list_filter(
        list_transform(
            string_split(lead_institution, ';'),
            lambda part: lower(country) || '_' || code_of(part)
        ),
        lambda code: length(code) > 4
    ), []::varchar[]) as institutions,
    strip_accents(lower(concat_ws(
        ' ', commitments.commitment_id, commitment_number, label, lead_institution,
        supporting_institutions
    ))) as haystack
from commitments
left join areas using (commitment_id);
