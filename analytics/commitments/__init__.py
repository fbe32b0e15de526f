"""The list of commitments and the record of one."""
