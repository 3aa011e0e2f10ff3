"""Indonesian as the office writes it, for all other rules: dates and months, lists of items,
names and NIP, ranks, telephone numbers, verbs and the kinds of acts they name, spelling.
"""

PUBLIC = (
    "acts",
    "dates",
    "items",
    "labels",
    "names",
    "pangkat",
    "spelling",
    "telephone",
    "titles",
    "verbs",
)
