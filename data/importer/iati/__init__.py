"""IATI activity files (2.01 to 2.03): results, grants and steps of a programme, read from XML."""

from data.importer.iati.elements import is_iati
from data.importer.iati.layout import drafts

__all__ = ["drafts", "is_iati"]
