"""The register of people, kept in the browser: who they are, which posts they hold from when to
when, what they may do, how they come in, what they are trained for.

Every change is an act in ``actions`` with its line in the audit chain, old and new.
"""
