"""The data API: the public record's answers for programs, over HTTP, to be read and no more."""

from api.app import AsAccepted, routes
from api.links import answer_as_data, feeds_of

__all__ = ["AsAccepted", "answer_as_data", "feeds_of", "routes"]
