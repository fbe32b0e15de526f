-- evaluation_votes: the implementation rate counted in other ways. One row.
-- Withdrawn commitments are known not to be carried on, so they are no unknowns.
with voting as (
    select
        *,
        rating in ('substantial', 'complete') as high,
        not rated and rating_code <> 'withdrawn' as unknown,
        (select count(*) from milestones where milestones.commitment_id = in_view.commitment_id)
            as steps
    from in_view
)

select
    count(*) as commitments,
    count(*) filter (rated) as rated,
    count(*) filter (high) as high,
    count(*) filter (unknown) as unknown,
    count(*) filter (rating_code = 'withdrawn') as withdrawn,
    count(*) filter (rated and steps > 0) as with_steps,
    coalesce(sum(steps) filter (rated), 0)::bigint as steps,
    coalesce(sum(steps) filter (high), 0)::bigint as high_steps,
    count(*) filter (high) / nullif(count(*) filter (rated), 0) as value,
    wilson_low(count(*) filter (high), count(*) filter (rated)) as low,
    wilson_high(count(*) filter (high), count(*) filter (rated)) as upper,
    wilson_low(count(*) filter (high), count(*) filter (rated or unknown)) as all_fail_low,
    wilson_high(count(*) filter (high), count(*) filter (rated or unknown)) as all_fail_high,
    wilson_low(count(*) filter (high or unknown), count(*) filter (rated or unknown))
        as all_succeed_low,
    wilson_high(count(*) filter (high or unknown), count(*) filter (rated or unknown))
        as all_succeed_high
from voting
