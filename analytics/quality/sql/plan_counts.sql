-- Plans in view whose number of commitments is told differently: as stated for the plan, in the
-- IRM's totals, and as listed here. One row a plan.
with listed as (
    select plan_id, count(commitment_id) as listed
    from action_plans
    left join commitments using (plan_id)
    group by plan_id
),

totals as (
    select plan_id, max(commitments) as in_totals
    from plan_results
    where source_kind = 'irm'
    group by plan_id
)

select plans.country, plan_id, plans.commitments_stated as stated, in_totals, listed, plans.note
from plans_in_view as plans
inner join listed using (plan_id)
left join totals using (plan_id)
where stated <> listed or in_totals <> listed or stated <> in_totals
order by plans.country, plans.plan_number, plan_id
