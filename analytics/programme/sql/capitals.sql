-- The six countries with their capital and standing. One row a country.
select countries.country, capital, capital_lat as lat, capital_lon as lon, participation
from countries
inner join standing($as_of) as standing using (country)
where countries.partner
order by countries.country
