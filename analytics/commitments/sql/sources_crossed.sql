-- What the IRM and another source say of the same commitments in view, each by its latest rating.
-- One row for each pair of ratings that occurs.
select source_kind, rating, other, count(*) as commitments
from (
    select 'government' as source_kind, rating, government_rating as other from in_view
    union all
    select 'civil_society', rating, civil_society_rating from in_view
)
where rating is not null and other is not null
group by all
order by all
