"""The list of commitments and the page of one."""
