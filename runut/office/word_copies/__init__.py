"""The draft of a report as a Word file that leaves, and what comes back of it as suggestions.

``actions``: ``leaving`` draws a copy, ``returning`` takes an edited one in, ``deciding`` takes
suggestions into the text or turns them down.
"""
