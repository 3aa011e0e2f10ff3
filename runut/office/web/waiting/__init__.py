"""A page that needs a file to be read waits for its turn, and says so, without holding a thread.

``middleware`` stands around every page; ``sent`` keeps on the disk what was sent until its page
can be answered.
"""
