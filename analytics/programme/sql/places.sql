-- Local members of OGP with the place they stand at and their plans. One row a place.
select
    places.country, place, lat, lon,
    count(*) as plans,
    string_agg(replace(period, '-', '–'), ', ' order by plan_start, period) as periods,
    list(plan_id order by plan_start, plan_id) as plan_ids
from places
inner join plans_in_view as plans
    on plans.country = places.country
    and plans.jurisdiction = places.place
    and plans.level = 'local'
group by places.country, place, lat, lon
order by places.country, place
