"""How a dataset is held: what is worked out beforehand, and how little room it takes."""
