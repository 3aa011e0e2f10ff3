"""How the people of an office sign: by certificate, token, service or by hand.

``ways`` answers who signs for whom, ``actions`` are the acts of setting it up, ``attempts`` keeps
what is being signed just now, ``wet`` what was signed by hand
(docs/decisions/0018-ways-of-signing.md).
"""
