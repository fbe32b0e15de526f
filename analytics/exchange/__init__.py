"""Files in and out: comparing datasets, remembering due dates, checking a file."""
