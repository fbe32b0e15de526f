"""Files whose columns are named otherwise: matched to ours, and the matching kept as a file."""

from data.importer.matching.mapping import Matching, NotAMatching, matching_of

__all__ = ["Matching", "NotAMatching", "matching_of"]
