"""The office copied, and put together again from a copy: which files, and its database as one.

``making`` makes a copy while people work, ``snapshot`` and ``postgres`` take the database at one
moment and bring it back, ``last`` remembers how the last ones went, ``secret`` keeps the
passphrase of the daily ones.
"""

PUBLIC = ("last", "making", "postgres", "secret", "snapshot")
