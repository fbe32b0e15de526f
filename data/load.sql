-- From raw tables (every column text, blank is null) to the typed tables of schema.sql.
insert into countries
select
    country, name_en, name_uk, name_own, capital, capital_lat::double, capital_lon::double,
    ogp_join_year::integer, country in ('ARM', 'AZE', 'BLR', 'GEO', 'MDA', 'UKR'), source_url
from raw_countries;

insert into participation
select
    country, code_of(status), from_date, first_day_of(from_date),
    to_date, first_day_of(to_date), note, source_url
from raw_participation;

insert into action_plans
select
    plan_id, country, jurisdiction, code_of(level), plan_number::integer, period,
    start_date, coalesce(first_day_of(start_date), first_day_of(left(period, 4))),
    end_date, coalesce(last_day_of(end_date), last_day_of(right(period, 4))),
    commitments_stated::integer, note, source_url
from raw_action_plans;

insert into plan_results
select
    plan_id, code_of(stage), code_of(source_kind), commitments::integer, complete::integer,
    substantial::integer, limited::integer, not_started::integer, high::integer,
    starred::integer, major_or_outstanding::integer, source_url, note
from raw_plan_results;

insert into policy_areas
select tag, policy_area, code_of(policy_area), theme, code_of(theme), code_of(sector)
from raw_policy_areas;

insert into compiled
select compiled_on, note
from raw_compiled;

insert into commitments
with knowledge as (
    select read_on, (select max(last_day_of(compiled_text)) from compiled) as compiled_day
    from raw_identity
)

select
    commitment_id, plan_id, country, jurisdiction, commitment_number, label,
    lead_institution, supporting_institutions,
    start_date, first_day_of(start_date),
    end_date, first_day_of(end_date), last_day_of(end_date),
    completion_date, first_day_of(completion_date),
    last_done_day_of(completion_date, read_on, compiled_day),
    yes_of(verifiable), yes_of(relevant), ambition, yes_of(high_ambition),
    code_of(early_results), yes_of(carried_forward), carried_into,
    evidence, source_url, id_basis
from raw_commitments
cross join knowledge;

insert into commitment_texts
select commitment_id, description
from raw_commitments
where description is not null;

insert into commitment_policy_areas
with tagged as (
    select commitment_id, trim(unnest(string_split(policy_areas, ';'))) as tag
    from raw_commitments
)

select distinct commitment_id, tag
from tagged
where tag <> '';

insert into assessments
select
    commitment_id, code_of(stage), code_of(source_kind), report_year::integer,
    observed_date, last_day_of(observed_date), code_of(completion), finding, source_title,
    source_page, source_url, note
from raw_assessments;

insert into milestones
with knowledge as (
    select read_on, (select max(last_day_of(compiled_text)) from compiled) as compiled_day
    from raw_identity
)

select
    milestone_id, commitment_id, label, due_date, last_day_of(due_date),
    done_date, first_day_of(done_date), last_done_day_of(done_date, read_on, compiled_day),
    source_url
from raw_milestones
cross join knowledge;

insert into due_date_revisions
select
    commitment_id, last_day_of(revised_on), new_due_date, last_day_of(new_due_date),
    reason, revised_by
from raw_due_date_revisions;

insert into events
select country, date, first_day_of(date), last_day_of(date), event, source_url
from raw_events;

insert into programme_objectives
select level, number, label, source_url
from raw_objectives_results;

insert into programme_milestones
select date, first_day_of(date), last_day_of(date), country, kind, label, source_url
from raw_programme_milestones;

insert into programme_forums
select
    country, name, established, first_day_of(established), members, notes, source_url
from raw_forums;

insert into programme_grants
select
    grantee, country, kind, topic, sector, funder, amount_eur::double, paid_eur::double,
    paid_until, last_day_of(paid_until), "start", first_day_of("start"), "end",
    place, lat::double, lon::double, linked_commitment, source_url
from raw_grants;

insert into indicators
select
    country, year::integer, indicator, unit, value, try_cast(value as double),
    baseline::double, baseline_year::integer, target::double, result,
    period_start, period_end, last_day_of(period_end), source_url
from raw_indicators;

insert into places
select place, country, lat::double, lon::double, source_url
from raw_places;

-- A day that is stated later than the day of compiling shows that the latter was forgotten.
-- raw_identity is what the program knows of the dataset; read_on the day it reads the facts.
insert into dataset
with stated as (
    select observed_day as day from assessments
    union all
    select done_day from commitments
    union all
    select done_day from milestones
    union all
    select revised_day from due_date_revisions
    union all
    select paid_day from programme_grants cross join raw_identity where paid_day <= read_on
    union all
    select period_end_day
    from indicators
    cross join raw_identity
    where value_text is not null and period_end_day <= read_on
),

days as (
    select
        (select max(last_day_of(compiled_text)) from compiled) as compiled_day,
        (select max(day) from stated) as stated_day
)

select
    key, title, left(sha256, 12), sha256, made_up, compiled_day, stated_day,
    if(compiled_day is null, read_on, least(read_on, greatest(compiled_day, stated_day)))
from raw_identity
cross join days;
