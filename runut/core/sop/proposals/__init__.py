"""What an SOP does not say but its words suggest, each with its reason: actors of steps, ranks,
ways back, which step makes a document, whether a report is composed. A person decides.
"""

PUBLIC = ("actors", "documents", "rank", "reports", "ways_back")
