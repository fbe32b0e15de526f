-- Every source the dataset names and the facts that rest on it; a fact with two sources counts
-- under both, a fact without one under null. One row a source and kind of fact.
with facts as (
    select 'countries' as kind, source_url from countries
    union all
    select 'participation', source_url from participation
    union all
    select 'action_plans', source_url from action_plans
    union all
    select 'plan_results', source_url from plan_results
    union all
    select 'commitments', source_url from commitments
    union all
    select 'assessments', source_url from assessments
    union all
    select 'events', source_url from events
    union all
    select 'programme', source_url from programme_objectives
    union all
    select 'programme', source_url from programme_milestones
    union all
    select 'programme', source_url from programme_forums
    union all
    select 'programme', source_url from programme_grants
    union all
    select 'indicators', source_url from indicators
    union all
    select 'places', source_url from places
),

parted as (
    select
        kind,
        unnest(if(source_url is null, [null], string_split_regex(source_url, ';\s+'))) as source
    from facts
)

select nullif(trim(source), '') as source, kind, count(*) as facts
from parted
group by all
order by facts desc, source nulls last, kind
