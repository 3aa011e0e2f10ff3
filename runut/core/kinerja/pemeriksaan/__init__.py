"""What is missing, contradicts itself or looks like a slip in the figures of a year.

The same rules for every way of entry: ``data`` asks them all, ``temuan`` says under which key an
answer to a finding is kept. The others hold the rules of one subject each.
"""

PUBLIC = ("data", "temuan")
