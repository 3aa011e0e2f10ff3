"""The plan of action of a signed report, as tasks: who does which line until when, and what came
of it. The book of the next year opens with the answers.

A line becomes a task when its report has gone through its last step; people answer it here, and the
keepers of the figures hand it to somebody else (PermenPANRB 53/2014, Bab IV; 88/2021, 3.c).
"""

PUBLIC = ("actions", "models", "queries", "words")
