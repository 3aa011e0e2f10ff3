"""What Word and Excel files share: names of drawn geometries, their places, signs of picture fonts.

Used by the readers of the two programs alone.
"""

PUBLIC = ("presets", "signs", "transform")
