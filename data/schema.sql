-- The tables of one dataset. Codes are English snake case; wording lives in the catalogue.
-- A date that may be partial keeps its text and the first and last day the text can mean.
-- A null means "not seen in any source", never "no" and never zero.

create table dataset (
    key varchar primary key,
    title varchar not null,
    version varchar not null,        -- the first 12 digits of sha256
    sha256 varchar not null,         -- of schema and facts together
    made_up boolean not null,
    compiled_day date,               -- the day the dataset says it was compiled
    stated_day date,                 -- the newest day on which anything is stated to have been
    known_by date not null           -- nothing in it can have been seen later
);

create table compiled (
    compiled_text varchar,
    note varchar
);

create table countries (
    country varchar primary key check (length(country) = 3),
    name_en varchar not null,
    name_uk varchar,
    name_own varchar,
    capital varchar,
    capital_lat double check (capital_lat between -90 and 90),
    capital_lon double check (capital_lon between -180 and 180),
    ogp_join_year integer,
    partner boolean not null,        -- one of the six Eastern Partnership countries
    source_url varchar
);

create table participation (
    country varchar not null references countries (country),
    status varchar not null
        check (status in ('active', 'inactive', 'suspended', 'not_participating')),
    from_text varchar,
    from_day date,                   -- null: from the beginning
    to_text varchar,
    to_day date,                     -- null: still so; the day itself belongs to the next spell
    note varchar,
    source_url varchar,
    check (to_day is null or from_day is null or from_day <= to_day)
);

create table action_plans (
    plan_id varchar primary key,
    country varchar not null references countries (country),
    jurisdiction varchar not null,
    level varchar not null check (level in ('national', 'local')),
    plan_number integer check (plan_number > 0),
    period varchar not null,         -- as published: "2014-2016" or "2017"
    start_text varchar,
    plan_start date not null,        -- stated, else the first day of the period
    end_text varchar,
    plan_end date not null,          -- stated, else the last day of the period
    commitments_stated integer check (commitments_stated >= 0),
    note varchar,
    source_url varchar,
    check (plan_start <= plan_end)
);

create table plan_results (
    plan_id varchar not null references action_plans (plan_id),
    stage varchar not null check (stage in ('mid_term', 'final')),
    source_kind varchar not null check (source_kind in ('irm', 'government', 'civil_society')),
    commitments integer not null check (commitments > 0),
    complete integer check (complete >= 0),
    substantial integer check (substantial >= 0),
    limited integer check (limited >= 0),
    not_started integer check (not_started >= 0),
    high integer check (high between 0 and commitments),
    starred integer,
    major_or_outstanding integer,
    source_url varchar,
    note varchar,
    primary key (plan_id, stage, source_kind)
);

create table policy_areas (
    tag varchar primary key,         -- as published
    policy_area varchar not null,    -- OGP's name today
    policy_area_code varchar not null,
    theme varchar not null,          -- OGP's grouping
    theme_code varchar not null,
    sector varchar not null          -- the programme's view
);

create table commitments (
    commitment_id varchar primary key,
    plan_id varchar not null references action_plans (plan_id),
    country varchar not null references countries (country),
    jurisdiction varchar not null,
    commitment_number varchar,
    label varchar,                   -- our own words; null where only the number was seen
    lead_institution varchar,        -- several are separated by semicolons
    supporting_institutions varchar,
    start_text varchar,
    start_day date,                  -- the first day the text can mean
    due_text varchar,
    due_first date,
    due_day date,                    -- the last day the text can mean
    done_text varchar,
    done_first date,
    done_day date,                   -- the last day it can have been done, where one is stated
    verifiable boolean,
    relevant boolean,
    ambition varchar,                -- OGP's three scales mixed, as coded
    high_ambition boolean,
    early_results varchar check (early_results in (
        'worsened', 'did_not_change', 'marginal', 'major', 'outstanding',
        'no_notable_results', 'moderate', 'significant', 'none_yet'
    )),
    carried_forward boolean,
    carried_into varchar,            -- the commitment that carries it on, where known
    evidence varchar,
    source_url varchar,
    id_basis varchar
);

-- What was promised in full, where a source has it: apart, because texts are most of a dataset's
-- bytes and only a commitment's own page reads them.
create table commitment_texts (
    commitment_id varchar not null,
    description varchar not null
);

-- Made of the commitments' own rows, each pair once: keys that prove it would be most of the
-- memory a large file takes.
create table commitment_policy_areas (
    commitment_id varchar not null,
    tag varchar not null references policy_areas (tag)
);

create table assessments (
    commitment_id varchar not null references commitments (commitment_id),
    stage varchar not null check (stage in ('mid_term', 'final', 'monitoring')),
    source_kind varchar not null check (source_kind in ('irm', 'government', 'civil_society')),
    report_year integer,             -- the year the report came out, not the day observed
    observed_text varchar,
    observed_day date,               -- stated day; null: dated from the plan period
    completion varchar not null check (completion in (
        'not_started', 'limited', 'substantial', 'complete',
        'withdrawn', 'no_evidence', 'unclear'
    )),
    finding varchar,                 -- why, in the assessor's words or in ours
    source_title varchar,            -- of the report, with publisher and year
    source_page varchar,             -- where in the report: 12, 12–14
    source_url varchar,
    note varchar,
    check (stage <> 'monitoring' or observed_day is not null)
);

create table milestones (
    milestone_id varchar primary key,
    commitment_id varchar not null references commitments (commitment_id),
    label varchar not null,
    due_text varchar,
    due_day date,
    done_text varchar,
    done_first date,
    done_day date,
    source_url varchar
);

create table due_date_revisions (
    commitment_id varchar not null references commitments (commitment_id),
    revised_day date not null,
    new_due_text varchar not null,
    new_due_day date not null,
    reason varchar,
    revised_by varchar,
    primary key (commitment_id, revised_day)
);

create table events (
    country varchar not null references countries (country),
    date_text varchar,
    first_day date,
    last_day date,
    event varchar not null,
    source_url varchar
);

create table programme_objectives (
    level varchar not null
        check (level in ('objective', 'impact', 'outcome', 'output', 'result')),
    number varchar primary key,
    label varchar not null,
    source_url varchar
);

create table programme_milestones (
    date_text varchar,
    first_day date,
    last_day date,
    country varchar not null,        -- a country, or EAP for the whole region
    kind varchar not null,
    label varchar not null,
    source_url varchar
);

create table programme_forums (
    country varchar not null references countries (country),
    name varchar not null,
    established_text varchar,
    established_day date,
    members varchar,
    notes varchar,
    source_url varchar
);

create table programme_grants (
    grantee varchar not null,
    country varchar not null,        -- a country, or EAP for the whole region
    kind varchar not null,
    topic varchar,
    sector varchar,                  -- the programme's view
    funder varchar,
    amount_eur double check (amount_eur >= 0),
    paid_eur double check (paid_eur >= 0),
    paid_text varchar,
    paid_day date,                   -- of the last payment: the sum was not known before
    start_text varchar,
    start_day date,
    end_text varchar,
    place varchar,
    lat double check (lat between -90 and 90),
    lon double check (lon between -180 and 180),
    linked_commitment varchar,
    source_url varchar
);

create table indicators (
    country varchar not null,        -- a country, or EAP for the whole region
    year integer,
    indicator varchar not null,
    unit varchar not null,
    value_text varchar,              -- a few values are words; null: only aimed at so far
    value double,
    baseline double,
    baseline_year integer,
    target double,
    result varchar,                  -- the objective or result it measures; null: context
    period_start_text varchar,
    period_end_text varchar,
    period_end_day date,             -- the value was not known before
    source_url varchar,
    check (coalesce(value_text, baseline::varchar, target::varchar) is not null)
);

create table places (
    place varchar not null,          -- a local jurisdiction of the action plans
    country varchar not null references countries (country),
    lat double not null check (lat between -90 and 90),     -- rounded to a hundredth of a degree
    lon double not null check (lon between -180 and 180),
    source_url varchar,
    primary key (country, place)
);
