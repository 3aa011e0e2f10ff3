"""What people say in a report, held against its figures: claims about numbers, directions, counts,
money, ranks, officials, the office and its years.

``check`` reads the words of a report; ``findings`` says what it found as findings. The others each
know one kind of claim. A claim that cannot be tied for certain is no contradiction.
"""

PUBLIC = ("check", "findings", "model")
