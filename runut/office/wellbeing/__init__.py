"""Whether the office can work: what ``/siap`` and ``/metrics`` answer to whoever watches.

The worker leaves a sign of life here; nothing in the answer is about people or their papers.
"""

PUBLIC = ("beat", "counting", "restarts", "urls")
