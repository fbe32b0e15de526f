-- country_indicators: context indicators of a country up to the as-of year. One row a value,
-- the values of an indicator together. `value` is null where the value is words.
select indicator, unit, "year", value_text, value, source_url
from indicators_at($as_of)
where country = $country and not aimed and value_text is not null
order by indicator, "year" nulls first, value_text, source_url
