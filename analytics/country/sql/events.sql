-- country_events: dated facts about a country's participation, known by the as-of day.
-- One row an event, oldest first. What rests on a single report calls itself unconfirmed.
select
    date_text, first_day, last_day, event,
    contains(lower(event), 'unconfirmed') as unconfirmed,
    source_url
from events
where country = $country and first_day <= $as_of
order by first_day, last_day, event, source_url
