"""The forms of a meeting, by what they are about."""
