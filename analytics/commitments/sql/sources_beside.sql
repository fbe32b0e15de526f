-- Commitments in view rated by more than one of IRM, government and civil society, each by its
-- latest rating; those on which they differ first. One row a commitment.
select
    commitment_id, country, label, agreement, rating, government_rating, civil_society_rating
from in_view
where agreement in ('differ', 'agree')
order by agreement desc, country, commitment_id
limit $how_many
