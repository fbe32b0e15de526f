-- The programme's objectives and expected results, objectives before their results.
-- One row an objective or result.
select level, number, label, source_url
from programme_objectives
order by
    split_part(number, '-', 1) = 'R4E',
    split_part(number, '-', 1) = 'ACN2',
    split_part(number, '-', 1) = 'ACN',
    if(number like '%-%', level = 'result', false),
    number
