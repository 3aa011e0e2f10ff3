"""Indonesian as the office writes it, for all other rules: dates and months, lists of items,
numbers in words, names and NIP, ranks, telephone numbers, verbs and the kinds of acts they name,
spelling, signs that nobody sees.
"""

PUBLIC = (
    "acts",
    "dates",
    "items",
    "labels",
    "names",
    "numbers",
    "pangkat",
    "spelling",
    "telephone",
    "titles",
    "unseen",
    "verbs",
)
