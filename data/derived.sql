-- What can be worked out once, when the dataset is built.

-- looks: assessments with the day they speak of. One row an assessment.
-- Where no day is stated: final = the plan's end, mid-term = the middle of the plan.
create table looks as
select
    assessments.*,
    coalesce(
        observed_day,
        case stage
            when 'final' then plan_end
            when 'mid_term' then middle_of(plan_start, plan_end)
        end
    ) as observed_on,
    if(observed_day is null, 'plan_period', 'stated') as observed_basis
from assessments
inner join commitments using (commitment_id)
inner join action_plans using (plan_id);

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
        list_sort(list(distinct sector)) as sectors,
        list_sort(list(distinct theme_code)) as themes,
        list_sort(list(distinct policy_area_code)) as policy_areas
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
