-- Commitments in view on which two of IRM, government and civil society speak and do not agree,
-- each by its latest rating. One row a commitment.
select
    commitment_id, country, plan_id, label, rating, government_rating, civil_society_rating,
    observed_on
from in_view
where rating <> government_rating
    or rating <> civil_society_rating
    or government_rating <> civil_society_rating
order by country, commitment_id
