"""What Word and Excel files share: names of drawn geometries, their places, picture fonts.

For the readers of the two programs alone.
"""

PUBLIC = ("presets", "signs", "transform")
