-- commitments_like: the commitments whose numbers look most like one that is not known.
-- One row a commitment, the likest first, five at most.
select commitment_id, label, commitment_number, plan_id
from commitments
order by levenshtein(lower(commitment_id), lower($commitment)), commitment_id
limit 5
