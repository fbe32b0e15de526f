"""IATI activity files (2.01 to 2.03): results, grants and steps of a programme, read from XML."""

from data.importer.iati.elements import LOOKED_AT, is_iati
from data.importer.iati.layout import FILLED, added

__all__ = ["FILLED", "LOOKED_AT", "added", "is_iati"]
