"""EU for Integrity: results framework, evidence, project map."""
