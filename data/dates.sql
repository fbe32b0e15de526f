-- The first and the last day a date text can mean: YYYY-MM-DD, YYYY-MM or YYYY.
-- A due date read as its last day is the reading most favourable to whoever must keep it.
create or replace macro first_day_of(text) as
    case length(text)
        when 10 then text::date
        when 7 then (text || '-01')::date
        when 4 then (text || '-01-01')::date
    end;

create or replace macro last_day_of(text) as
    case length(text)
        when 10 then text::date
        when 7 then last_day((text || '-01')::date)
        when 4 then (text || '-12-31')::date
    end;

-- The last day on which something can have been done that a dataset knows of. A month or year that
-- is not over ends for it where its knowledge does: on the day it is read, or was compiled if then.
create or replace macro last_done_day_of(text, read_on, compiled_day) as
    if(
        length(text) < 10,
        least(
            last_day_of(text), read_on,
            if(compiled_day >= first_day_of(text), compiled_day, null)
        ),
        last_day_of(text)
    );

-- A word as a code: small letters, one underscore for anything that is no letter or digit.
create or replace macro code_of(text) as
    trim(regexp_replace(strip_accents(lower(text)), '[^\p{L}\p{N}]+', '_', 'g'), '_');

create or replace macro yes_of(text) as
    case text when 'yes' then true when 'no' then false end;

-- The day of a plan that a look speaks of which states none: the end, half-way the middle.
create or replace macro period_day_of(stage, plan_start, plan_end) as
    case stage
        when 'final' then plan_end
        when 'mid_term' then plan_start + ((plan_end - plan_start) // 2)::integer
    end;
