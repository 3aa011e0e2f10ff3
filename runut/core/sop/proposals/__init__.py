"""What an SOP does not say but its words suggest, each with its reason: actors of steps, ranks,
ways back, kinds of work. A person decides.
"""

PUBLIC = ("actors", "rank", "ways_back", "work")
