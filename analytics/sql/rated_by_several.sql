-- How many commitments in view are rated by more than one of IRM, government and civil society.
select count(*) as commitments
from in_view
where (rating is not null)::integer
    + (government_rating is not null)::integer
    + (civil_society_rating is not null)::integer > 1
