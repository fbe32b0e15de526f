"""How people write in the languages spoken here: dates, numbers, the names of countries."""
