"""Strangers' ways: operators written after the reader was mended on ``dirty``, and measured before
they mended anything. Each goes alone or with one or two of the older ones."""
