"""SOPs that a step refers to: run as a child of the case, or asked of somebody until a day.

A child is a case of its own; what stands here is which step of which case it serves. It never
holds the step up: where it is late, the parent says so.
"""

PUBLIC = ("models", "queries")
