-- compare_ratings: the latest ratings of the same commitments in two snapshots.
-- One row a pair of ratings. Reads older and newer, the two snapshots.
with scale as (
    select unnest(['not_started', 'limited', 'substantial', 'complete']) as rating,
        unnest([1, 2, 3, 4]) as step
)

select
    older.rating as before, newer.rating as after, count(*) as commitments,
    coalesce(sign(any_value(now_step.step) - any_value(before_step.step)), 0)::integer as moved
from newer
inner join older using (commitment_id)
left join scale as before_step on before_step.rating = older.rating
left join scale as now_step on now_step.rating = newer.rating
group by older.rating, newer.rating
order by before, after
