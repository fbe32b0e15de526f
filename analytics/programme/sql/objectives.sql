-- The programme's objectives and expected results, objectives before their results, those of an
-- IATI file last. One row an objective or result.
select level, number, label, source_url
from programme_objectives
order by
    number like 'IATI-%',
    split_part(number, '-', 1) = 'R4E',
    split_part(number, '-', 1) = 'ACN2',
    split_part(number, '-', 1) = 'ACN',
    if(number like '%-%' and number not like 'IATI-%', level = 'result', false),
    list_transform(regexp_extract_all(number, '[0-9]+'), lambda part: part::bigint),
    number
