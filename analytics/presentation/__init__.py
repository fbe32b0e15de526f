"""Answers in words, numbers, tables and figures."""
