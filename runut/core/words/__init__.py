"""Indonesian as the office writes it, for all other rules: dates and months, lists of items,
names and NIP, verbs and the kinds of acts they name, spelling.
"""

PUBLIC = ("acts", "dates", "items", "labels", "names", "ranks", "spelling", "titles", "verbs")
