"""Tests in a real browser. A package, so that what they share ends before the tests after them."""
