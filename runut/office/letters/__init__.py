"""Papers that leave the house: drafted by one, checked, signed and numbered by another, sent.

``actions`` are the acts on a letter; ``queries`` what other rooms ask about one; ``rules`` who may
sign what; ``drawing`` makes its files; ``case_papers`` what a case can print at any time.
"""
