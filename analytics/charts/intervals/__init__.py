"""Shares with the span they are known to lie in: dots, two dots a row, bars."""
