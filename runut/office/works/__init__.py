"""Kinds of work of a step, one folder each; ``register`` lists them.

A folder holds all that is known about its kind: when it fits a step of an SOP (``kind``), its
pages, forms, act, papers and words. ``steps`` leads a request to the page of its step's kind,
``adopting`` asks the owner of an SOP to confirm the kinds that are proposed.
"""
