-- The way back: the typed tables as the raw tables they were loaded from, by the columns of raw.py.
-- Where a date or number was kept as text, that text returns; words return as their codes.
create or replace temp view as_raw_compiled as
select compiled_text as compiled_on, note
from compiled;

create or replace temp view as_raw_countries as
select
    country, name_en, name_uk, name_own, capital, capital_lat, capital_lon, ogp_join_year,
    source_url
from countries;

create or replace temp view as_raw_participation as
select country, status, from_text as from_date, to_text as to_date, note, source_url
from participation;

create or replace temp view as_raw_action_plans as
select
    plan_id, country, jurisdiction, level, plan_number, period, start_text as start_date,
    end_text as end_date, commitments_stated, note, source_url
from action_plans;

create or replace temp view as_raw_plan_results as
from plan_results;

create or replace temp view as_raw_policy_areas as
select tag, policy_area, theme, sector
from policy_areas;

create or replace temp view as_raw_commitments as
with tagged as (
    select commitment_id, string_agg(tag, '; ' order by tag) as policy_areas
    from commitment_policy_areas
    group by commitment_id
)

select
    commitment_id, plan_id, country, jurisdiction, commitment_number, label, description, lead_institution,
    supporting_institutions, policy_areas, start_text as start_date, due_text as end_date,
    done_text as completion_date, verifiable, relevant, ambition, high_ambition, early_results,
    carried_forward, carried_into, evidence, source_url, id_basis
from commitments
left join tagged using (commitment_id)
left join commitment_texts using (commitment_id);

create or replace temp view as_raw_assessments as
select
    commitment_id, stage, source_kind, report_year, observed_text as observed_date, completion,
    finding, source_title, source_page, source_url, note
from assessments;

create or replace temp view as_raw_milestones as
select
    milestone_id, commitment_id, label, due_text as due_date, done_text as done_date, source_url
from milestones;

create or replace temp view as_raw_due_date_revisions as
select
    commitment_id, revised_day as revised_on, new_due_text as new_due_date, reason, revised_by
from due_date_revisions;

create or replace temp view as_raw_events as
select country, date_text as date, event, source_url
from events;

create or replace temp view as_raw_objectives_results as
select level, number, label, source_url
from programme_objectives;

create or replace temp view as_raw_programme_milestones as
select date_text as date, country, kind, label, source_url
from programme_milestones;

create or replace temp view as_raw_forums as
select country, name, established_text as established, members, notes, source_url
from programme_forums;

create or replace temp view as_raw_grants as
select
    grantee, country, kind, topic, sector, funder, amount_eur, paid_eur, paid_text as paid_until,
    start_text as "start", end_text as "end", place, lat, lon, linked_commitment, source_url
from programme_grants;

create or replace temp view as_raw_indicators as
select
    country, year, indicator, unit, value_text as value, baseline, baseline_year, target, result,
    period_start_text as period_start, period_end_text as period_end, source_url
from indicators;

create or replace temp view as_raw_places as
from places;
