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

-- A word as a code: small letters, one underscore for anything that is no letter or digit.
create or replace macro code_of(text) as
    trim(regexp_replace(strip_accents(lower(text)), '[^\p{L}\p{N}]+', '_', 'g'), '_');

create or replace macro yes_of(text) as
    case text when 'yes' then true when 'no' then false end;

-- The middle day of a plan, where a mid-term look is dated that states no day of its own.
create or replace macro middle_of(from_day, to_day) as
    from_day + ((to_day - from_day) // 2)::integer;
