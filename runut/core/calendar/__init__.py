"""Working time: office hours, days off, and what a standard time is worth on them.

``aturan`` holds the numbers fixed by regulation, ``hours`` are the hours that an office states,
``working_time`` counts, ``marks`` are the days on which a limit is told, ``standard_time`` moves
the times of an SOP over the days of an office and says them in words.
"""

PUBLIC = ("aturan", "hours", "marks", "standard_time", "working_time")
