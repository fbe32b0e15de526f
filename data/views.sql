-- What is known on a day: who stood where, what had been seen by then, which plans had begun.
-- The reader's filters are conditions on these rows, analytics/query/filters.py.

-- standing: each country's participation on a day. One row a country.
-- Without a spell that covers the day the standing is null: not known.
create or replace macro standing(as_of) as table
    select
        countries.country,
        any_value(partner) as partner,
        arg_max(status, coalesce(from_day, date '0001-01-01')) as participation
    from countries
    left join participation
        on participation.country = countries.country
        and (from_day is null or from_day <= as_of)
        and (to_day is null or as_of < to_day)
    group by countries.country;

-- newness: which of two looks of one source speaks, the greater one. OGP's own rule sets the end of
-- term above the progress report. Of one day the later report speaks, of one report the less
-- complete rating.
create or replace macro newness(stage, observed_on, report_year, completion) as (
    stage = 'final', observed_on, coalesce(report_year, 0),
    coalesce(
        list_position(['complete', 'substantial', 'limited', 'not_started'], completion), 0
    ),
    completion
);

-- latest: the newest rating of each source kind dated on or before a day. One row a commitment.
create or replace macro latest(as_of) as table
    with seen as (
        select *, newness(stage, observed_on, report_year, completion) as newest
        from looks
        where observed_on <= as_of
    )

    select
        commitment_id,
        arg_max(completion, newest) filter (source_kind = 'irm') as rating,
        arg_max(stage, newest) filter (source_kind = 'irm') as rating_stage,
        arg_max(observed_on, newest) filter (source_kind = 'irm') as observed_on,
        arg_max(observed_basis, newest) filter (source_kind = 'irm') as observed_basis,
        arg_max(completion, newest) filter (source_kind = 'government') as government_rating,
        arg_max(completion, newest) filter (source_kind = 'civil_society')
            as civil_society_rating,
        max(observed_on) as last_seen_on,
        max(observed_on) filter (completion in ('not_started', 'limited', 'substantial'))
            as last_open_on
    from seen
    group by commitment_id;

-- due_dates: the due date in force on a day and how often it had been moved. One row a commitment.
create or replace macro due_dates(as_of) as table
    select
        commitments.commitment_id,
        coalesce(arg_max(new_due_day, revised_day), any_value(due_day)) as current_due_day,
        count(revised_day) as replans
    from commitments
    left join due_date_revisions
        on due_date_revisions.commitment_id = commitments.commitment_id
        and revised_day <= as_of
    group by commitments.commitment_id;

-- agreement: whether the source kinds that rated a commitment say the same by their latest rating.
create or replace macro agreement(irm, government, civil_society) as
    case
        when irm <> government or irm <> civil_society or government <> civil_society then 'differ'
        when (irm is not null)::integer + (government is not null)::integer
            + (civil_society is not null)::integer > 1 then 'agree'
        when coalesce(irm, government, civil_society) is not null then 'one'
        else 'nobody'
    end;

-- steps: milestones as known on a day. One row a milestone.
create or replace macro steps(as_of) as table
    select
        commitment_id, milestone_id, label as step_label, due_day as step_due_day,
        coalesce(due_day <= as_of, false) as step_due,
        if(done_day <= as_of, done_day, null) as step_done_day,
        coalesce(done_first <= as_of and done_day > as_of, false) as step_perhaps_done
    from milestones;

-- grants_at: grants begun by a day, with what had been paid by then. One row a grant.
-- A sum whose last payment came later was another one on that day, and nobody knows which.
create or replace macro grants_at(as_of) as table
    select
        * exclude (paid_eur, paid_text),
        if(paid_day is null or paid_day <= as_of, paid_eur, null) as paid_eur,
        if(paid_day is null or paid_day <= as_of, paid_text, null) as paid_text
    from programme_grants
    where start_day is null or start_day <= as_of;

-- indicators_at: indicators with what was known of them on a day. One row an indicator, country and
-- year or period. `aimed`: it measures a result, or has a baseline or target in some row; the
-- others are context. What is aimed at is known from the beginning, a value once its period is over.
create or replace macro indicators_at(as_of) as table
    with known as (
        select
            *,
            coalesce(period_end_day <= as_of, year <= year(as_of), true) as over,
            bool_or(result is not null or baseline is not null or target is not null)
                over (partition by country, indicator, result) as aimed
        from indicators
    )

    select
        * exclude (over, value_text, value),
        if(over, value_text, null) as value_text,
        if(over, value, null) as value
    from known;

-- said: a rating as a code a reader may ask for; without one the source assessed nothing.
create or replace macro said(rating) as coalesce(rating, 'not_assessed');

-- commitments_at: every commitment of a plan begun by a day, as known on that day.
-- One row a commitment. Nothing is carried past the last observation: a commitment last seen
-- open before its due date is unknown once that date has passed, not overdue. A completion known
-- to the month or year is on time or late only where each of its days would be.
-- Early results and carrying forward are judged in the results report: known from the plan's end.
create or replace macro commitments_at(as_of) as table
    with known as (
        select
            commitments.* exclude (done_day, early_results, carried_forward),
            level, plan_number, period, plan_start, plan_end, year(plan_start) as plan_year,
            if(done_day <= as_of, done_day, null) as done_day,
            if(plan_end <= as_of, early_results, null) as early_results,
            if(plan_end <= as_of, carried_forward, null) as carried_forward,
            rating, said(rating) as rating_code, rating_stage,
            observed_on, observed_basis, government_rating, civil_society_rating, last_seen_on,
            last_open_on, as_of - last_seen_on as stale_days,
            agreement(rating, government_rating, civil_society_rating) as agreement,
            current_due_day, replans, if(replans > 0, current_due_day - due_day, null) as slip_days,
            coalesce(start_day, plan_start) as begun_on,
            coalesce(year(due_day) || '-Q' || quarter(due_day), 'none') as due_quarter,
            sectors, themes, policy_areas, institutions, haystack,
            participation, partner
        from commitments
        inner join action_plans using (plan_id)
        inner join tags using (commitment_id)
        inner join standing(as_of) as standing on standing.country = commitments.country
        left join latest(as_of) as latest using (commitment_id)
        left join due_dates(as_of) as due_dates using (commitment_id)
        where plan_start <= as_of
    ),

    classed as (
        select
            *,
            case
                when done_day <= due_day then 'done_on_time'
                when done_day is not null and done_first > due_day then 'done_late'
                when done_day is not null or rating = 'complete' then 'done_undated'
                when rating = 'withdrawn' then 'withdrawn'
                when due_day > as_of then 'open_not_due'
                when rating in ('not_started', 'limited', 'substantial') and observed_on > due_day
                    then 'open_overdue'
                else 'unknown'
            end as timeliness
        from known
    )

    select
        *,
        coalesce(rating in ('not_started', 'limited', 'substantial', 'complete'), false) as rated,
        coalesce(due_day <= as_of and timeliness <> 'withdrawn', false) as due,
        if(timeliness = 'open_overdue', observed_on - due_day, null) as days_overdue,
        -- How it went as far as anybody saw: done, withdrawn, or open when last seen so.
        -- Null: complete on an unknown day, or never seen open after it began.
        case
            when done_day is not null then if(done_first = done_day, 'done', null)
            when rating = 'withdrawn' then 'withdrawn'
            when rating is distinct from 'complete' and last_open_on > begun_on then 'open'
        end as course,
        case course
            when 'done' then greatest(done_day - begun_on, 0)
            when 'withdrawn' then greatest(observed_on - begun_on, 0)
            when 'open' then last_open_on - begun_on
        end as course_days,
        case high_ambition
            when true then 'high' when false then 'not_high' else 'not_coded'
        end as ambition_code
    from classed;

-- filed: what a commitment is filed under, and 'none' where it is filed nowhere, which a reader
-- may ask for like any other code.
create or replace macro filed(codes) as if(len(codes) = 0, ['none'], codes);

-- plans_at: every plan begun by a day, with where its country stood then. One row a plan.
create or replace macro plans_at(as_of) as table
    select action_plans.*, year(plan_start) as plan_year, participation, partner
    from action_plans
    inner join standing(as_of) as standing on standing.country = action_plans.country
    where plan_start <= as_of;

-- published_at: the plans begun by a day with the IRM's own totals, the final stage where there is
-- one by the day, else mid-term. One row a plan; the totals are null where none were seen. A stage
-- speaks of the same day as its assessments do.
create or replace macro published_at(as_of) as table
    with totals as (
        select plan_id, stage, commitments, high, plan_results.source_url, plan_results.note
        from plan_results
        inner join action_plans using (plan_id)
        cross join dataset
        where source_kind = 'irm'
            and high is not null
            and least(period_day_of(stage, plan_start, plan_end), known_by) <= as_of
        qualify row_number() over (partition by plan_id order by stage = 'final' desc) = 1
    )

    select
        plans.country, plans.jurisdiction, plans.level, plans.plan_id, plans.plan_year,
        plans.plan_start, plans.plan_end, plans.participation, plans.partner,
        stage, commitments as published_commitments, high as published_high,
        totals.source_url, totals.note
    from plans_at(as_of) as plans
    left join totals using (plan_id);

-- Wilson's score interval for k of n at 95 % (Wilson 1927). Null where there is nothing to count.
create or replace macro wilson_low(k, n) as
    case when n > 0 then if(k = 0, 0.0,
        (k + 1.9207294103470856 - 1.959963984540054 * sqrt(k * (n - k) / n + 0.9603647051735428))
        / (n + 3.8414588206941713)
    ) end;

create or replace macro wilson_high(k, n) as
    case when n > 0 then if(k = n, 1.0,
        (k + 1.9207294103470856 + 1.959963984540054 * sqrt(k * (n - k) / n + 0.9603647051735428))
        / (n + 3.8414588206941713)
    ) end;
