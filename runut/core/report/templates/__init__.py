"""Papers that an office may lay out itself: which names stand in its template, and what they mean.

``kinds`` is the fixed list of kinds and names; ``ours`` our own layout with the names in it, which
an office begins from; ``samples`` papers of invented facts to look at a template with; ``signers``
what stands in the place of a signature.
"""

PUBLIC = ("kinds", "ours", "samples", "signers")
