"""For an evaluator who must defend every number: what can be said, how surely, and what cannot."""
