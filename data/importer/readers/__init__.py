"""From bytes to cells: archives, workbooks, plain text."""
