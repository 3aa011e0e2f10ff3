"""What Word and Excel files share: names of drawn geometries, and where they say they stand.

For the readers of the two programs alone.
"""

PUBLIC = ("paint", "presets", "transform")
