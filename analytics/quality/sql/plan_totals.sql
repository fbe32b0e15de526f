-- Plans in view whose IRM totals can be held against the single ratings of the same stage: both
-- whole, so that every commitment of the total has its rating. One row a plan and stage.
with single as (
    select
        commitments.plan_id, stage,
        count(*) filter (
            where completion in ('complete', 'substantial', 'limited', 'not_started')
        ) as commitments,
        count(*) filter (where completion = 'complete') as complete,
        count(*) filter (where completion in ('complete', 'substantial')) as high
    from looks
    inner join commitments using (commitment_id)
    where source_kind = 'irm' and observed_on <= $as_of
    group by all
)

select
    plans.country, plan_id, stage,
    totals.commitments as published_commitments, single.commitments as single_commitments,
    totals.complete as published_complete, single.complete as single_complete,
    totals.high as published_high, single.high as single_high,
    totals.note, totals.source_url
from plan_results as totals
inner join plans_in_view as plans using (plan_id)
inner join single using (plan_id, stage)
where totals.source_kind = 'irm'
    and totals.high is not null
    and totals.commitments <= single.commitments
order by plans.country, plans.plan_number, plan_id, stage
