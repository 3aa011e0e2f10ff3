"""The books of the office: the agenda of its meetings, the register of their minutes.

Nothing is written here: the lines come from the meetings themselves, numbered in their acts.
"""
