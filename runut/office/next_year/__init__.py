"""From one year's report to the next: begun in one step, with what last year leaves behind.

Roles, dates and the SOP in force move along; open decisions and plans are shown, last year's words
can be read, never copied over unread; its figures become the history of the next book.
"""

PUBLIC = ("models", "queries")
